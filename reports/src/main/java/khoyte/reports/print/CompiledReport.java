package khoyte.reports.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JRCompiler;
import net.sf.jasperreports.engine.design.JasperDesign;
import org.apache.commons.io.FileUtils;

/**
 * A page compiled in a folder of its own. In a common one two programs that print the same report
 * delete each other's source, which JasperReports names by its content.
 */
final class CompiledReport {
  private CompiledReport() {}

  static JasperReport of(JasperDesign design) throws JRException {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("khoyte-page");
      SimpleJasperReportsContext context = new SimpleJasperReportsContext();
      context.setProperty(JRCompiler.COMPILER_TEMP_DIR, folder.toString());
      return JasperCompileManager.getInstance(context).compile(design);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileUtils.deleteQuietly(folder == null ? null : folder.toFile());
    }
  }
}
