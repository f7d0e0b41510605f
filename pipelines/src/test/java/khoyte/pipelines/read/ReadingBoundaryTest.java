package khoyte.pipelines.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import khoyte.pipelines.read.container.IgnoredEntries;
import khoyte.pipelines.read.container.LandedBytes;
import khoyte.pipelines.read.source.ColumnMap;
import khoyte.pipelines.read.source.LandedFile;
import khoyte.pipelines.read.source.RowSink;
import khoyte.pipelines.read.source.SourceKind;
import khoyte.warehouse.Fault;
import khoyte.warehouse.KhoyteException;
import khoyte.warehouse.Messages;
import khoyte.warehouse.StorageException;
import khoyte.warehouse.reference.AdministrativeUnits;
import khoyte.warehouse.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is thrown while a file is read is the file's, but for what is thrown by where it lies. */
class ReadingBoundaryTest {
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(folder.resolve("x.csv"), "MA_HSSK\n");
  }

  private LandedFile file() {
    return new LandedFile(1, "ehr", null, "x.csv", path, null);
  }

  private void read(LandedBytes.Reading<String> reading) {
    LandedBytes.read(file(), IgnoredEntries.NONE, reading);
  }

  private static int deeper(int depth) {
    return 1 + deeper(depth + 1);
  }

  private static Stream<LandedBytes.Reading<String>> surprises() {
    return Stream.of(
        bytes -> {
          throw new ArrayIndexOutOfBoundsException("Nguyễn Văn An");
        },
        bytes -> {
          throw new IOException("Nguyễn Văn An");
        },
        bytes -> String.valueOf(deeper(0)));
  }

  @ParameterizedTest
  @MethodSource("surprises")
  void aSurpriseRefusesTheFileAndSaysNothingOfItsRows(LandedBytes.Reading<String> reading) {
    assertThatThrownBy(() -> read(reading))
        .isInstanceOfSatisfying(
            KhoyteException.class,
            e -> {
              String type = e.getCause().getClass().getSimpleName();
              assertThat(e.fault()).isEqualTo(Fault.INPUT);
              assertThat(e.text(Messages.VIETNAMESE))
                  .isEqualTo(
                      "Không thể nhận tệp x.csv: chương trình gặp lỗi ngoài dự kiến khi đọc ("
                          + type
                          + "). Gửi nhật ký cho bộ phận hỗ trợ.");
              assertThat(e.text(Messages.ENGLISH))
                  .isEqualTo(
                      "Cannot accept file x.csv: the program met an unexpected error while reading it"
                          + " ("
                          + type
                          + "). Send the logs to support.");
            });
  }

  @Test
  void lettersThatCannotBeDecodedAreAMatterOfEncoding() {
    assertThatThrownBy(
            () ->
                read(
                    bytes -> {
                      throw new MalformedInputException(1);
                    }))
        .isInstanceOfSatisfying(
            KhoyteException.class, e -> assertThat(e.key()).isEqualTo("file.refused.encoding"));
  }

  @Test
  void whereItLiesAndWhereItsRowsGoAreNotTheFilesFault() throws IOException {
    IOException full = new IOException("No space left on device");
    RowSink sink =
        new RowSink() {
          @Override
          public void staged(Table table, Object[] row) {
            throw new StorageException(full);
          }

          @Override
          public void quarantined(
              @Nullable Integer line, @Nullable String column, String reasonKey, Object... values) {
            throw new StorageException(full);
          }
        };
    SourceReading reading =
        new SourceReading(AdministrativeUnits.load(), "75", Landed.SEAL, IgnoredEntries.NONE);
    Files.writeString(
        path, "MA_HSSK,HO_TEN,NGAY_SINH,GIOI_TINH,SO_DINH_DANH,KET_QUA\nHS1,A,,,,KHOP\n");

    assertThatThrownBy(() -> reading.read(file(), SourceKind.POPULATION, ColumnMap.DEFAULT, sink))
        .isInstanceOf(StorageException.class)
        .hasCause(full);
    Files.delete(path);
    assertThatThrownBy(() -> reading.read(file(), SourceKind.POPULATION, ColumnMap.DEFAULT, sink))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void anErrorOfTheHouseStaysWhatItIs() {
    KhoyteException full = new KhoyteException(Fault.RESOURCE, "disk.full", "x", 0, 1);
    assertThatThrownBy(
            () ->
                read(
                    bytes -> {
                      throw full;
                    }))
        .isSameAs(full);
  }
}
