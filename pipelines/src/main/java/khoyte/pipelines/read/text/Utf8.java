package khoyte.pipelines.read.text;

/** Whether bytes are UTF-8. */
public final class Utf8 {

  private Utf8() {}

  public static boolean isValid(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at++] & 0xFF;
      int rest = lead < 0x80 ? 0 : lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      if (rest < 0 || lead > 0xF4 || at + rest > to) {
        return false;
      }
      for (int i = 0; i < rest; i++) {
        int next = bytes[at + i] & 0xFF;
        boolean isFirst = i == 0;
        boolean isOverlongOrSurrogate =
            isFirst
                && (lead == 0xE0 && next < 0xA0
                    || lead == 0xED && next > 0x9F
                    || lead == 0xF0 && next < 0x90
                    || lead == 0xF4 && next > 0x8F);
        if ((next & 0xC0) != 0x80 || isOverlongOrSurrogate) {
          return false;
        }
      }
      at += rest;
    }
    return true;
  }
}
