package khoyte.jobs.night;

import java.util.Map;
import khoyte.jobs.operations.Operations;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Spring Boot around a night: the job repository in the operations database, and nothing else. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(BatchJdbcAutoConfiguration.class)
class NightApplication {

  /** Starts it; the context is closed by the caller. */
  static ConfigurableApplicationContext start(Operations operations) {
    // singletons from outside, which the context does not close
    ApplicationContextInitializer<ConfigurableApplicationContext> beans =
        context -> {
          context.getBeanFactory().registerSingleton("dataSource", operations.dataSource());
          context
              .getBeanFactory()
              .registerSingleton("transactionManager", operations.transactions());
        };
    return new SpringApplicationBuilder(NightApplication.class)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .initializers(beans)
        .properties(
            Map.of(
                "spring.main.banner-mode", "off",
                "spring.config.location", "optional:classpath:/none/",
                "spring.batch.job.enabled", "false",
                "spring.batch.jdbc.initialize-schema", "always"))
        .run();
  }

  static JobRepository repository(ConfigurableApplicationContext context) {
    return context.getBean(JobRepository.class);
  }

  static JobOperator operator(ConfigurableApplicationContext context) {
    return context.getBean(JobOperator.class);
  }
}
