package khoyte.pipelines.read.xlsx;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What other parts are to a part of a workbook, or to the workbook as a whole. A part is found by
 * its relation, never by its name: programs name their parts as they like.
 */
record Relations(List<Relation> all) {

  /**
   * @param kind last step of the type, which is the same in all dialects
   * @param part name of the part, its folders before it
   */
  record Relation(String id, String kind, String part) {}

  /** Of the workbook as a whole. */
  static Relations ofPackage(XmlParts parts) throws IOException, XMLStreamException {
    return read(parts, "", "_rels/.rels");
  }

  static Relations of(String part, XmlParts parts) throws IOException, XMLStreamException {
    int name = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, name);
    String list = folder + "_rels/" + part.substring(name) + ".rels";
    return parts.has(list) ? read(parts, folder, list) : new Relations(List.of());
  }

  private static Relations read(XmlParts parts, String folder, String list)
      throws IOException, XMLStreamException {
    List<Relation> all = new ArrayList<>();
    parts.walk(
        list,
        reader -> {
          String target = reader.getAttributeValue(null, "Target");
          boolean isOutside = "External".equals(reader.getAttributeValue(null, "TargetMode"));
          if (reader.getLocalName().equals("Relationship") && target != null && !isOutside) {
            String type = Objects.requireNonNullElse(reader.getAttributeValue(null, "Type"), "");
            all.add(
                new Relation(
                    Objects.requireNonNullElse(reader.getAttributeValue(null, "Id"), ""),
                    type.substring(type.lastIndexOf('/') + 1),
                    name(target.startsWith("/") ? target : "/" + folder + target)));
          }
        });
    return new Relations(all);
  }

  private static String name(String path) {
    try {
      return new URI(null, null, path, null).normalize().getPath().substring(1);
    } catch (URISyntaxException e) {
      return path;
    }
  }

  @Nullable Relation withId(@Nullable String id) {
    return all.stream().filter(relation -> relation.id.equals(id)).findFirst().orElse(null);
  }

  /** The first part that is of a kind, or null. */
  @Nullable String part(String kind) {
    return all.stream()
        .filter(relation -> relation.kind.equals(kind))
        .map(Relation::part)
        .findFirst()
        .orElse(null);
  }
}
