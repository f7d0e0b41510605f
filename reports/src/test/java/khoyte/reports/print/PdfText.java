package khoyte.reports.print;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A PDF document as text: {@code page, x, y (mm from the upper left edge), font, size, text}, one
 * line a piece of text, then the document's properties.
 */
final class PdfText extends PDFTextStripper {
  private final StringBuilder text = new StringBuilder();

  private PdfText() {
    setSortByPosition(false);
  }

  static String of(byte[] bytes) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PdfText dump = new PdfText();
      dump.getText(document);
      dump.properties(document);
      return dump.text.toString();
    }
  }

  @Override
  protected void writeString(String words, List<TextPosition> positions) {
    TextPosition first = positions.get(0);
    text.append(
        String.format(
            Locale.ROOT,
            "%d, %.1f, %.1f, %s, %.1f, %s%n",
            getCurrentPageNo(),
            mm(first.getXDirAdj()),
            mm(first.getYDirAdj()),
            first.getFont().getName(),
            first.getYScale(),
            words));
  }

  private void properties(PDDocument document) throws IOException {
    line("title: " + document.getDocumentInformation().getTitle());
    line("author: " + document.getDocumentInformation().getAuthor());
    line("created: " + document.getDocumentInformation().getCreationDate().toInstant());
    line("language: " + document.getDocumentCatalog().getLanguage());
    for (PDPage page : document.getPages()) {
      line("paper: " + page.getMediaBox());
      for (var name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        line("font: " + font.getName() + (font.isEmbedded() ? " embedded" : " missing"));
      }
    }
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private static double mm(float points) {
    return points * 25.4 / 72;
  }
}
