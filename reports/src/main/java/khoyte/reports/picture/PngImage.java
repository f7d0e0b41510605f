package khoyte.reports.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import khoyte.reports.font.AwtFonts;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import net.sf.jasperreports.renderers.WrappingSvgDataToGraphics2DRenderer;

/** An SVG text as PNG, in the page's own typeface, for screens and documents. */
final class PngImage {
  /** Points of colour for one of the drawing. */
  private static final int DENSITY = 2;

  private PngImage() {}

  static byte[] of(String svg) {
    AwtFonts.own();
    try {
      JasperReportsContext context = DefaultJasperReportsContext.getInstance();
      var drawing =
          new WrappingSvgDataToGraphics2DRenderer(
              SimpleDataRenderer.getInstance(svg.getBytes(StandardCharsets.UTF_8)));
      Dimension2D size = drawing.getDimension(context);
      int width = (int) Math.ceil(size.getWidth()) * DENSITY;
      int height = (int) Math.ceil(size.getHeight()) * DENSITY;
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      try {
        graphics.setRenderingHint(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.render(context, graphics, new Rectangle2D.Double(0, 0, width, height));
      } finally {
        graphics.dispose();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (JRException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
