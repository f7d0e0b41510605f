package khoyte.pipelines.read.his;

/** Which decision of the ministry an extract follows; told by its fields. */
enum Dialect {
  QD_4210("4210"),
  QD_130("130"),
  QD_4750("4750"),
  QD_3176("3176");

  private final String code;

  Dialect(String code) {
    this.code = code;
  }

  /** Number of the decision. */
  String code() {
    return code;
  }
}
