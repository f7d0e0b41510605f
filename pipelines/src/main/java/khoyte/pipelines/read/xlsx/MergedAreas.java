package khoyte.pipelines.read.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The merged areas of a sheet, in which the value of the first cell stands for all. */
final class MergedAreas {
  private final List<CellRangeAddress> areas = new ArrayList<>();

  void add(String reference) {
    areas.add(CellRangeAddress.valueOf(reference));
  }

  /** Once all have been added. */
  void sort() {
    areas.sort(Comparator.comparingInt(CellRangeAddress::getFirstRow));
  }

  /** Gives the cells of rows that go by in order what they have of the areas. */
  final class Spread {
    private int next;
    private @Nullable CellRangeAddress[] covering = new CellRangeAddress[0];
    private @Nullable String[] given = new String[0];

    /**
     * @param row from 0
     * @param values of the row itself; those of the areas are put beside them
     * @param columns number of columns that any row until now has had
     */
    void over(int row, @Nullable String[] values, int columns) {
      if (areas.isEmpty()) {
        return;
      }
      if (columns > covering.length) {
        covering = Arrays.copyOf(covering, values.length);
        given = Arrays.copyOf(given, values.length);
      }
      for (; next < areas.size() && areas.get(next).getFirstRow() <= row; next++) {
        CellRangeAddress area = areas.get(next);
        int first = area.getFirstColumn();
        for (int i = first; first >= 0 && i <= area.getLastColumn() && i < columns; i++) {
          covering[i] = area;
          given[i] = area.getFirstRow() == row ? values[first] : null;
        }
      }
      for (int i = 0; i < columns; i++) {
        CellRangeAddress area = covering[i];
        if (area != null && area.getLastRow() < row) {
          covering[i] = null;
        } else if (area != null && given[i] != null) {
          values[i] = given[i];
        }
      }
    }

    private @Nullable CellRangeAddress covering(int column) {
      return column < covering.length ? covering[column] : null;
    }

    /** Whether two cells of the row are one. */
    boolean areOne(int column, int other) {
      return covering(column) != null && covering(column) == covering(other);
    }

    /** Whether a cell of the row belongs to one that begins further to the left. */
    boolean beginsLeft(int column) {
      CellRangeAddress area = covering(column);
      return area != null && area.getFirstColumn() < column;
    }

    /** Whether a cell of the row belongs to one that begins in a row above. */
    boolean beginsAbove(int column, int row) {
      CellRangeAddress area = covering(column);
      return area != null && given[column] != null && area.getFirstRow() < row;
    }
  }
}
