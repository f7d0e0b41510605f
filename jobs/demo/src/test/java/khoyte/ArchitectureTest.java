package khoyte;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khoyte.jobs.Khoyte;
import khoyte.pipelines.resolve.MatcherTraining;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The picture of the modules, and the habits that keep it readable, over the code of all of them.
 */
class ArchitectureTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** Folders of the modules, each after those it builds on. */
  private static final List<String> MODULES =
      List.of(
          "warehouse",
          "pipelines",
          "reports",
          "jobs/operations",
          "jobs/night",
          "jobs/serve",
          "jobs/demo");

  private static final Set<String> WHAT_TIME_IT_IS =
      Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system");
  private static final Pattern SQL =
      Pattern.compile(
          "\"\\s*(select|insert|update|delete|create|drop|alter|merge|truncate)\\s",
          Pattern.CASE_INSENSITIVE);

  /** Programs of their own, which judge khoyte from outside: they speak, and measure time. */
  private static final DescribedPredicate<JavaClass> TRIALS =
      resideInAPackage("khoyte.jobs.trial..");

  private static JavaClasses house;

  @BeforeAll
  static void readTheClassesOfAllModules() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    house =
        new ClassFileImporter()
            .importPaths(MODULES.stream().map(ArchitectureTest::classesOf).toArray(Path[]::new));
  }

  private static Path classesOf(String module) {
    return ROOT.resolve(module).resolve("target/classes");
  }

  private static String moduleOf(JavaClass type) {
    String place = type.getSource().map(source -> source.getUri().getPath()).orElse("");
    return MODULES.stream()
        .filter(module -> place.startsWith(classesOf(module).toString()))
        .findFirst()
        .orElse("");
  }

  private static DescribedPredicate<JavaClass> of(String... modules) {
    return describe(
        "are of " + List.of(modules), type -> List.of(modules).contains(moduleOf(type)));
  }

  @Test
  void allModulesAreLookedAt() {
    assertThat(MODULES)
        .allSatisfy(
            module -> assertThat(house.stream().filter(of(module))).as(module).isNotEmpty());
    assertThat(house.contain(ArchitectureTest.class)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "warehouse,       ''",
    "pipelines,       warehouse",
    "reports,         warehouse",
    "jobs/operations, warehouse",
    "jobs/night,      warehouse pipelines reports jobs/operations",
    "jobs/serve,      warehouse jobs/operations",
    "jobs/demo,       warehouse pipelines reports jobs/operations jobs/night"
  })
  void aModuleSeesOnlyThoseItBuildsOn(String module, String seen) {
    List<String> others = new ArrayList<>(MODULES);
    others.remove(module);
    others.removeAll(List.of(seen.split(" ", -1)));

    noClasses()
        .that(of(module))
        .should()
        .dependOnClassesThat(of(others.toArray(String[]::new)))
        .check(house);
  }

  /** Class by class: what {@code khoyte serve} calls must not need a jar that it does not have. */
  @Test
  void whatStaysInTheForegroundNeedsNeitherLakeNorSpark() {
    noClasses()
        .that(of("jobs/serve", "jobs/operations"))
        .should()
        .transitivelyDependOnClassesThat(
            resideInAnyPackage(
                "org.apache.spark..",
                "org.apache.iceberg..",
                "org.apache.hadoop..",
                "org.apache.parquet..",
                "org.springframework.batch..",
                "org.springframework.boot..",
                "org.apache.poi..",
                "net.sf.jasperreports..",
                "jakarta.servlet..",
                "javax.servlet.."))
        .check(house);
  }

  @Test
  void aPackageStandsInOneModule() {
    Map<String, Set<String>> modules = new TreeMap<>();
    for (JavaClass type : house) {
      modules.computeIfAbsent(type.getPackageName(), any -> new TreeSet<>()).add(moduleOf(type));
    }

    assertThat(modules).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
  }

  /** Workbooks are read by the library that writes them. */
  @ParameterizedTest
  @CsvSource({
    "org.apache.iceberg org.apache.parquet,                warehouse,       -",
    "org.duckdb,                                           warehouse,       -",
    "org.apache.spark,                                     pipelines,       -",
    "org.apache.poi,                                       reports,         khoyte.pipelines.read.xlsx.",
    "net.sf.jasperreports,                                 reports,         -",
    "org.springframework.jdbc org.springframework.transaction com.zaxxer, jobs/operations, -",
    "org.springframework.batch org.springframework.boot org.springframework.context, jobs/night, -",
    "org.quartz,                                           jobs/serve,      -",
    "org.apache.sshd com.google.crypto.tink,               jobs/night,      -",
    "org.dhatim,                                           jobs/demo,       -",
    "org.yaml.snakeyaml ch.qos.logback,                    jobs/operations, -"
  })
  void aHeavyLibraryLivesInOneModule(String libraries, String module, String alsoSeenBy) {
    DescribedPredicate<JavaClass> library =
        resideInAnyPackage(
            Stream.of(libraries.split(" ", -1)).map(name -> name + "..").toArray(String[]::new));
    DescribedPredicate<JavaClass> home = of(module);

    noClasses()
        .that(
            describe(
                "stand outside " + module,
                type -> !home.test(type) && !type.getName().startsWith(alsoSeenBy)))
        .should()
        .dependOnClassesThat(library)
        .check(house);
    assertThat(house.stream().filter(home))
        .as("someone uses " + libraries)
        .anyMatch(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> library.test(dependency.getTargetClass())));
  }

  /** The work of a night does not know who asks for it, nor a use case its command. */
  @Test
  void commandsCallAndAreNotCalled() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "khoyte.jobs", "khoyte.jobs.command..", "khoyte.jobs.serve..", "khoyte.jobs.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("khoyte.jobs.command..")
        .check(house);
    noClasses()
        .that()
        .resideInAnyPackage("khoyte.jobs.night..", "khoyte.jobs.step..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(".*Command")
        .check(house);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("khoyte.(**)").should().beFreeOfCycles().check(house);
  }

  /** What a night computes depends on its date, never on the day it is computed. */
  @Test
  void theClockIsReadInOnePlace() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Khoyte.class)
        .and(not(TRIALS))
        .should()
        .accessTargetWhere(
            describe(
                "reads the clock",
                (JavaAccess<?> access) ->
                    WHAT_TIME_IT_IS.contains(access.getTarget().getName())
                        && (resideInAnyPackage("java.time..").test(access.getTargetOwner())
                            || access.getTargetOwner().isEquivalentTo(System.class))))
        .check(house);
  }

  @Test
  void aNameSaysWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*[a-z](Impl|Utils?|Helpers?|Manager|Processor|Handler|Base)(\\$.*)?")
        .check(house);
    classes()
        .that()
        .haveSimpleNameStartingWith("Abstract")
        .should()
        .haveModifier(ABSTRACT)
        .allowEmptyShould(true)
        .check(house);
  }

  /**
   * Three kinds pass: an interface of one method, which may have lambdas beside a class (class
   * files do not name those); one whose implementation stands in another module; one with several.
   */
  @Test
  void noInterfaceStandsBeforeASingleClass() {
    classes()
        .that()
        .areInterfaces()
        .and(describe("have several methods to implement", type -> abstractMethods(type) > 1))
        .should(separateModulesOrImplementations())
        .check(house);
  }

  /** The truths across rows are models; which engine runs them is not their business. */
  @Test
  void theRulesAcrossRowsSeeNoEngine() {
    noClasses()
        .that()
        .resideInAPackage("khoyte.pipelines.resolve..")
        .and()
        .doNotBelongToAnyOf(MatcherTraining.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "java.sql..")
        .check(house);
  }

  @Test
  void whatAClassNeedsComesThroughItsConstructor() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .check(house);
  }

  @Test
  void aConstructorHasSixParametersAtMost() {
    ArchRule rule =
        constructors()
            .that(
                describe(
                    "are not of a record or an enum",
                    (JavaConstructor made) ->
                        !made.getOwner().isRecord() && !made.getOwner().isEnum()))
            .should(
                new ArchCondition<>("have six parameters at most") {
                  @Override
                  public void check(JavaConstructor made, ConditionEvents events) {
                    boolean satisfied = made.getRawParameterTypes().size() <= 6;
                    events.add(new SimpleConditionEvent(made, satisfied, made.getFullName()));
                  }
                });

    rule.check(house);
  }

  @Test
  void onlyTheConsoleSpeaks() {
    noClasses()
        .that(not(TRIALS))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(house);
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void sqlStandsInSqlFiles(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();

      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        assertThat(Files.readAllLines(source).stream().filter(line -> SQL.matcher(line).find()))
            .as("%s", source)
            .isEmpty();
      }
    }
  }

  private static long abstractMethods(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(ABSTRACT))
        .count();
  }

  private static ArchCondition<JavaClass> separateModulesOrImplementations() {
    return new ArchCondition<>("separate modules or implementations") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<JavaClass> implementations =
            type.getAllSubclasses().stream().filter(sub -> !sub.isInterface()).toList();
        boolean single =
            implementations.size() == 1 && moduleOf(implementations.get(0)).equals(moduleOf(type));
        events.add(
            new SimpleConditionEvent(
                type, !single, type.getName() + " is implemented by " + implementations));
      }
    };
  }
}
