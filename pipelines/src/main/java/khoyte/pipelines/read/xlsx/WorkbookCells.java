package khoyte.pipelines.read.xlsx;

import org.apache.poi.xssf.model.StylesTable;

/**
 * What the cells of all sheets of a workbook share.
 *
 * @param isUncalculated whether the program that wrote it left the results of formulas to whoever
 *     opens it, and wrote 0 for them
 */
record WorkbookCells(
    XmlParts parts,
    SharedTexts texts,
    StylesTable styles,
    CellText numbers,
    boolean isUncalculated) {}
