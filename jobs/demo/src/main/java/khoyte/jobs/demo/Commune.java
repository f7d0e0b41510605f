package khoyte.jobs.demo;

/**
 * A commune of 2022.
 *
 * @param position in the list of communes of the territory, and its number in compact arrays
 * @param district position of its district in the figures; -1 outside the province
 */
record Commune(
    int position,
    String code,
    String name,
    int district,
    String districtCode,
    String districtName,
    String provinceCode,
    String provinceName) {}
