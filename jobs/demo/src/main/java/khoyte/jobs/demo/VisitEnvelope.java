package khoyte.jobs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** The envelope of an extract: GIAMDINHHS with one HOSO a visit. */
final class VisitEnvelope {
  private final OutputStream out;
  private final Hospital hospital;
  private final LocalDate made;

  VisitEnvelope(OutputStream out, Hospital hospital, LocalDate made) {
    this.out = out;
    this.hospital = hospital;
    this.made = made;
  }

  /** A table of a visit: its LOAIHOSO and XML. */
  record VisitTable(String name, String xml) {}

  void open(int announced) throws IOException {
    print(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <GIAMDINHHS>
        <THONGTINDONVI><MACSKCB>%s</MACSKCB></THONGTINDONVI>
        <THONGTINHOSO><NGAYLAP>%s</NGAYLAP><SOLUONGHOSO>%d</SOLUONGHOSO>
        <DANHSACHHOSO>
        """
            .formatted(hospital.code(), VisitRow.day(made), announced));
  }

  void visit(List<VisitTable> tables) throws IOException {
    print("<HOSO>\n");
    for (VisitTable table : tables) {
      print("<FILEHOSO><LOAIHOSO>" + table.name() + "</LOAIHOSO><NOIDUNGFILE>");
      byte[] xml = table.xml().getBytes(StandardCharsets.UTF_8);
      out.write(hospital.style() == Hospital.Style.PLAIN ? xml : Base64.getEncoder().encode(xml));
      print("</NOIDUNGFILE></FILEHOSO>\n");
    }
    print("</HOSO>\n");
  }

  void close() throws IOException {
    print("</DANHSACHHOSO></THONGTINHOSO>\n<CHUKYDONVI/>\n</GIAMDINHHS>\n");
  }

  private void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
