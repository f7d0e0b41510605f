package khoyte.reports.print;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import khoyte.reports.Paper;
import net.sf.jasperreports.engine.design.JasperDesign;

/**
 * How large a page is drawn, as spreadsheets fit a page: its text is laid out on a larger sheet,
 * which is then reduced to the paper. The margins stay those of the paper, at the right they grow.
 */
enum Scale {
  FULL(100),
  SLIGHTLY_SMALLER(96),
  SMALLER(93),
  SMALLEST(90);

  /** The half of the upper and lower margin that bands of the page take. */
  static final int HALF_MARGIN = 28;

  private final int percent;

  Scale(int percent) {
    this.percent = percent;
  }

  /** Makes the sheet larger; what is on it keeps its size. */
  void enlarge(JasperDesign design) {
    int left = large(design.getLeftMargin());
    int width = large(design.getPageWidth());
    design.setTopMargin(large(design.getTopMargin() + HALF_MARGIN) - HALF_MARGIN);
    design.setBottomMargin(large(design.getBottomMargin() + HALF_MARGIN) - HALF_MARGIN);
    design.setPageHeight(large(design.getPageHeight()));
    design.setPageWidth(width);
    design.setLeftMargin(left);
    design.setRightMargin(width - left - design.getColumnWidth());
  }

  private int large(int points) {
    return (int) Math.round(points * 100.0 / percent);
  }

  /** Brings the sheets of a document to the size of the paper. */
  byte[] reduced(byte[] document, Paper paper) {
    if (this == FULL) {
      return document;
    }
    try (PdfReader reader = new PdfReader(document);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        reduce(reader, page, paper);
      }
      new PdfStamper(reader, bytes).close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }

  private void reduce(PdfReader reader, int number, Paper paper) throws IOException {
    PdfDictionary page = reader.getPageN(number);
    float width = Points.of(paper.widthMm());
    float height = Points.of(paper.heightMm());
    page.put(PdfName.MEDIABOX, new PdfArray(new float[] {0, 0, width, height}));
    String content = new String(reader.getPageContent(number), StandardCharsets.ISO_8859_1);
    String factor = String.format(Locale.ROOT, "%.2f", percent / 100.0);
    reader.setPageContent(
        number,
        ("q " + factor + " 0 0 " + factor + " 0 0 cm\n" + content + "\nQ\n")
            .getBytes(StandardCharsets.ISO_8859_1));
  }
}
