package khoyte.jobs.conf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The keys below one key of a file. Whatever is asked for is a known key; {@link #end} refuses the
 * others.
 */
public final class ConfSection {
  private final String file;
  private final String path;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<ConfSection> children = new ArrayList<>();

  private ConfSection(String file, String path, @Nullable MappingNode node) {
    this.file = file;
    this.path = path;
    if (node == null) {
      return;
    }
    for (NodeTuple entry : node.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      values.put(key, entry.getValueNode());
      lines.put(key, entry.getKeyNode().getStartMark().getLine() + 1);
    }
  }

  static ConfSection of(String file, MappingNode node) {
    return new ConfSection(file, "", node);
  }

  static ConfSection empty(String file) {
    return new ConfSection(file, "", null);
  }

  /** The text of a key, or the default. */
  public String text(String key, String absent) {
    String value = scalar(key);
    return value == null ? absent : value;
  }

  /** The text of a key that must be there and match. */
  public String required(String key, String pattern) {
    return value(key, pattern, text(key, ""), value -> value.matches(pattern) ? value : null);
  }

  /** The text of a key as something else; {@code reading} throws or gives null on a bad value. */
  public <T> T value(
      String key, String expected, String absent, Function<String, @Nullable T> reading) {
    String text = text(key, absent);
    T value;
    try {
      value = reading.apply(text);
    } catch (RuntimeException e) {
      throw invalid(key, text, expected, e);
    }
    if (value == null) {
      throw invalid(key, text, expected, null);
    }
    return value;
  }

  public int whole(String key, int absent, int least, int greatest) {
    return value(
        key,
        least + "..." + greatest,
        String.valueOf(absent),
        text -> {
          int number = Integer.parseInt(text);
          return number < least || number > greatest ? null : number;
        });
  }

  /** A probability between 0 and 1, both excluded. */
  public double share(String key, double absent) {
    return value(
        key,
        "0 < x < 1",
        String.valueOf(absent),
        text -> {
          double share = Double.parseDouble(text);
          return share > 0 && share < 1 ? share : null;
        });
  }

  /** The texts of a list, or the default. */
  public List<String> texts(String key, List<String> absent) {
    known.add(key);
    Node node = values.get(key);
    if (node == null) {
      return absent;
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw invalid(key, node instanceof ScalarNode s ? s.getValue() : "{…}", "[a, b]", null);
    }
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (!(item instanceof ScalarNode scalar)) {
        throw invalid(key, "{…}", "[a, b]", null);
      }
      texts.add(scalar.getValue());
    }
    return List.copyOf(texts);
  }

  /** The section below a key; without keys if it is not there. */
  public ConfSection section(String key) {
    known.add(key);
    Node node = values.get(key);
    if (node != null && !(node instanceof MappingNode)) {
      throw invalid(key, node instanceof ScalarNode s ? s.getValue() : "[…]", "key: value", null);
    }
    return child(key, (MappingNode) node);
  }

  /** The sections of a list. */
  public List<ConfSection> sections(String key) {
    known.add(key);
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    List<ConfSection> sections = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof MappingNode mapping) {
          sections.add(child(key + "[" + (sections.size() + 1) + "]", mapping));
        } else {
          throw invalid(key, "…", "- key: value", null);
        }
      }
      return sections;
    }
    throw invalid(key, node instanceof ScalarNode s ? s.getValue() : "{…}", "- key: value", null);
  }

  /** All keys with their texts; every key is known. */
  public Map<String, String> map() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String key : values.keySet()) {
      map.put(key, text(key, ""));
    }
    return map;
  }

  /** All keys with a text or several of them; every key is known. */
  public Map<String, List<String>> lists() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    values.forEach(
        (key, value) ->
            lists.put(
                key, value instanceof ScalarNode ? List.of(text(key, "")) : texts(key, List.of())));
    return lists;
  }

  /** Refuses the first key nobody asked for, here and below. */
  public void end() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new KhoyteException(
            Fault.ARGUMENT,
            "conf.key",
            file,
            String.valueOf(lines.get(key)),
            path + key,
            path + nearest(key, known));
      }
    }
    children.forEach(ConfSection::end);
  }

  /** A bad value of a key of this section. */
  public KhoyteException invalid(
      String key, String value, String expected, @Nullable RuntimeException cause) {
    return new KhoyteException(cause, Fault.ARGUMENT, "conf.value", path + key, value, expected);
  }

  private ConfSection child(String key, @Nullable MappingNode node) {
    ConfSection child = new ConfSection(file, path + key + ".", node);
    children.add(child);
    return child;
  }

  private @Nullable String scalar(String key) {
    known.add(key);
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw invalid(key, node instanceof SequenceNode ? "[…]" : "{…}", "value", null);
  }

  private static String nearest(String key, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance.apply(key, candidate)))
        .orElse("");
  }
}
