package dev.wavetrain.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.data.AskedFormat;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.data.ColumnFacts;
import dev.wavetrain.data.ColumnType;
import dev.wavetrain.data.DataSettings;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.data.Encoding;
import dev.wavetrain.data.Separator;
import dev.wavetrain.data.TableFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class TableFileTest {

    static final DataSettings SETTINGS =
            new DataSettings(null, DataSize.ofMegabytes(200), 1_000, 1_000_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    a,b/1,2/3,4                    ! COMMA ! POINT ! true
                    a;b/1,5;2/3,25;4               ! SEMICOLON ! COMMA ! true
                    a;b/1.5;2/3.25;4               ! SEMICOLON ! POINT ! true
                    a>b/1>2/3>4                    ! TAB ! POINT ! true
                    a|b/1|2/3|4                    ! BAR ! POINT ! true
                    a/1,5/2,75                     ! SEMICOLON ! COMMA ! true
                    a,b/'1,5','2,25'/'3,5',4       ! COMMA ! COMMA ! true
                    1,2/3,4                        ! COMMA ! POINT ! false
                    a,b/'x;y;z',1/'u;v;w',2        ! COMMA ! POINT ! true
                    t;v/2024-01-01 10:00;1.234,5/2024-01-01 11:00;2.345,5 ! SEMICOLON ! COMMA ! true
                    v/1/2/3                        ! COMMA ! POINT ! true
                    a,b                            ! COMMA ! POINT ! true
                    """)
    void finds_out_how_a_file_is_written(
            String file, Separator separator, DecimalSign decimal, boolean header)
            throws IOException {
        String text = file.replace('/', '\n').replace('>', '\t').replace('\'', '"');
        assertThat(format(bytes(text)))
                .isEqualTo(new TableFormat(Encoding.UTF_8, separator, decimal, header));
    }

    @Test
    void finds_out_the_encoding() throws IOException {
        String japanese = "時刻,温度\n1,2\n";
        assertThat(names(bytes(japanese))).containsExactly("時刻", "温度");
        assertThat(names(("\uFEFF" + japanese).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("時刻", "温度");
        byte[] shiftJis = japanese.getBytes(Charset.forName("Shift_JIS"));
        assertThat(format(shiftJis).encoding()).isEqualTo(Encoding.SHIFT_JIS);
        assertThat(names(shiftJis)).containsExactly("時刻", "温度");
        assertThat(names("té,b\n1,2\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("té", "b");
        assertThat(names(("\uFEFF" + japanese).getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("時刻", "温度");
    }

    @Test
    void an_encoding_that_lies_is_refused_where_it_does() {
        byte[] lying = "\uFEFFa,b\n1,2\n3,".getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(lying, lying.length + 3);
        whole[lying.length] = (byte) 0x83;
        whole[lying.length + 1] = (byte) 0x5C;
        whole[lying.length + 2] = '\n';
        refused(whole, AskedFormat.NOTHING, "Line 3, character 3 is not UTF-8");
        byte[] shiftJis = "a\n1\n温\n".getBytes(Charset.forName("Shift_JIS"));
        refused(
                shiftJis,
                new AskedFormat(Encoding.UTF_8, null, null, null),
                "Line 3, character 1 is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    ''                 ! The file is empty.
                    a,b                ! The file has a header and no rows.
                    a,b/1,2/3          ! Line 3 does not have as many fields as the first line: 1 instead of 2.
                    a,b/1,2/3,4,5      ! Line 3 does not have as many fields as the first line: 3 instead of 2.
                    a,b,a/1,2,3        ! Line 1: column 3 has the name of column 1: "a".
                    a,,c/1,2,3         ! Line 1: column 2 has no name.
                    a,b/1,~2/3,4/5,6   ! Line 2: the quote that opens in column 2 is never closed.
                    a,b/1,2/~3~x,4     ! Line 3: something stands behind the closing quote in column 1.
                    a,b/1,2/3,^        ! Line 3, character 3 is a NUL byte
                    PK#zip             ! This is a ZIP file or an Excel workbook
                    ^^PNG              ! Line 1, character 1 is a NUL byte
                    """)
    void what_is_wrong_is_said_at_its_place(String file, String why) {
        String text =
                file.replace('/', '\n')
                        .replace('~', '"')
                        .replace('^', '\0')
                        .replace("#", "\u0003\u0004");
        refused(bytes(text), AskedFormat.NOTHING, why);
    }

    @Test
    void names_that_are_odd_stay_and_those_too_long_do_not() throws IOException {
        String odd = "<b>x</b>,\u202Etxet,🌊,مرحبا\n1,2,3,4\n";
        assertThat(names(bytes(odd))).containsExactly("<b>x</b>", "\u202Etxet", "🌊", "مرحبا");
        String name = String.join("", Collections.nCopies(10_000, "n"));
        refused(
                bytes("a," + name + "\n1,2\n"),
                AskedFormat.NOTHING,
                "Line 1: the name of column 2 is longer than 200 characters.");
        refused(
                bytes("a\n\"" + String.join("", Collections.nCopies(20_000, "0123456\n"))),
                AskedFormat.NOTHING,
                "Line 2: column 1 is longer than 100000 characters. Is a quote not closed?");
        String wide = String.join(",", Collections.nCopies(10_000, "1"));
        refused(bytes(wide + "\n" + wide + "\n"), AskedFormat.NOTHING, "more than 1000 columns");
    }

    @Test
    void what_is_no_text_in_any_encoding_is_said_to_be_none() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (var out = new java.util.zip.GZIPOutputStream(gzip)) {
            out.write(new byte[1 << 20]);
        }
        refused(gzip.toByteArray(), AskedFormat.NOTHING, "This is no text file.");
    }

    @Test
    void one_row_is_a_table_with_a_header_or_without() throws IOException {
        for (String file : List.of("v,w\n1.5,a\n", "v,w\r\n1.5,a", "1.5,2")) {
            List<ColumnFacts> facts = facts(bytes(file), SETTINGS);
            assertThat(facts.getFirst().numbers())
                    .isEqualTo(new ColumnFacts.Numbers(1.5, 1.5, 1.5, 0));
            assertThat(facts).hasSize(2);
        }
    }

    @Test
    void ten_thousand_columns_are_read_where_the_settings_let_them() throws IOException {
        DataSettings wide = new DataSettings(null, DataSize.ofMegabytes(200), 10_000, 1_000_000);
        String names =
                java.util.stream.IntStream.range(0, 10_000)
                        .mapToObj(i -> "c" + i)
                        .collect(java.util.stream.Collectors.joining(","));
        String values = String.join(",", Collections.nCopies(10_000, "0.25"));
        List<ColumnFacts> facts = facts(bytes(names + "\n" + values + "\n" + values), wide);
        assertThat(facts).hasSize(10_000);
        assertThat(facts.getLast().name()).isEqualTo("c9999");
        assertThat(facts.getLast().numbers())
                .isEqualTo(new ColumnFacts.Numbers(0.25, 0.25, 0.25, 0));
        refused(
                bytes(names + "," + names.replace('c', 'd')),
                AskedFormat.NOTHING,
                "The file has more than 1000 columns.");
    }

    @Test
    void more_rows_than_allowed_are_refused() {
        DataSettings few = new DataSettings(null, DataSize.ofMegabytes(1), 10, 2);
        assertThatThrownBy(() -> facts(bytes("a\n1\n2\n3\n"), few))
                .isInstanceOf(BadTable.class)
                .hasMessage("The file has more than 2 rows.");
    }

    @Test
    void columns_have_their_types_and_facts() throws IOException {
        List<ColumnFacts> facts =
                facts(
                        bytes(
                                "day,v,w,x,y,z\n"
                                        + "2024-01-31,1,a,,1,31/12/2024\n"
                                        + "2024-02-01T10:00:00Z,NA,b,,2,01/02/2024\n"
                                        + "2024-02-02,\" 4 \",c,,oops,1/3/24\n"),
                        SETTINGS);
        assertThat(facts.stream().map(ColumnFacts::type))
                .containsExactly(
                        ColumnType.TIME,
                        ColumnType.NUMBER,
                        ColumnType.TEXT,
                        ColumnType.EMPTY,
                        ColumnType.TEXT,
                        ColumnType.TIME);
        ColumnFacts v = facts.get(1);
        assertThat(v.missing()).isEqualTo(1);
        assertThat(v.numbers()).isEqualTo(new ColumnFacts.Numbers(1, 4, 2.5, 1.5));
        assertThat(v.first()).isEqualTo("1");
        assertThat(v.last()).isEqualTo("4");
        assertThat(facts.get(3).missing()).isEqualTo(3);
        assertThat(facts.get(4).odd()).isEqualTo(new ColumnFacts.Odd(4, "oops"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    1         ! POINT ! 1
                    -1.5e3    ! POINT ! -1500
                    1,234,567.5 ! POINT ! 1234567.5
                    1,23      ! POINT ! NaN
                    12,34,567 ! POINT ! NaN
                    .5        ! POINT ! 0.5
                    5.        ! POINT ! 5
                    1.234,5   ! COMMA ! 1234.5
                    1,5       ! COMMA ! 1.5
                    1.5       ! COMMA ! NaN
                    1e999     ! POINT ! NaN
                    0x1p3     ! POINT ! NaN
                    1d        ! POINT ! NaN
                    Infinity  ! POINT ! NaN
                    -         ! POINT ! NaN
                    1e        ! POINT ! NaN
                    """)
    void numbers_are_read_as_people_write_them(String cell, DecimalSign sign, double value) {
        assertThat(Double.valueOf(new NumberCells(sign).read(cell)))
                .isEqualTo(Double.valueOf(value));
    }

    @Test
    void numbers_are_handed_over_in_parts_with_gaps() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        ColumnBuilder column =
                new ColumnBuilder(
                        0,
                        "v",
                        DecimalSign.POINT,
                        2,
                        (place, part, bytes) -> {
                            sizes.add(bytes.length);
                            all.writeBytes(bytes);
                        });
        for (String cell : List.of("", "1", "2", "nan", "3")) {
            column.add(cell, 1);
        }
        ColumnFacts facts = column.end();
        assertThat(sizes).containsExactly(16, 16, 8);
        var numbers = ByteBuffer.wrap(all.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(
                        new double[] {
                            numbers.getDouble(),
                            numbers.getDouble(),
                            numbers.getDouble(),
                            numbers.getDouble(),
                            numbers.getDouble()
                        })
                .containsExactly(Double.NaN, 1, 2, Double.NaN, 3);
        assertThat(facts.missing()).isEqualTo(2);
    }

    @Test
    void nothing_is_left_of_a_file_that_is_too_large_or_breaks_off(@TempDir Path folder)
            throws IOException {
        assertThatThrownBy(() -> Spool.of(endless(), folder.toString(), 1 << 20))
                .isInstanceOf(BadTable.class)
                .hasMessage("The file is larger than 1 MB.");
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("hung up");
                    }
                };
        assertThatThrownBy(() -> Spool.of(broken, folder.toString(), 100))
                .isInstanceOf(IOException.class);
        try (Spool open =
                Spool.of(new ByteArrayInputStream(bytes("a\n1\n")), folder.toString(), 100)) {
            // Its name is gone already: a process that is killed leaves nothing either.
            assertThat(open.head(1)).containsExactly('a');
            assertThat(Files.list(folder)).isEmpty();
        }
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return '1';
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TableFormat format(byte[] file) throws IOException {
        try (Spool spool = spool(file)) {
            return TableFile.open(spool, AskedFormat.NOTHING, SETTINGS).format();
        }
    }

    private static List<String> names(byte[] file) throws IOException {
        try (Spool spool = spool(file)) {
            List<List<String>> head = new ArrayList<>();
            TableFile.open(spool, AskedFormat.NOTHING, SETTINGS).head(3, head::add);
            return head.getFirst();
        }
    }

    private static Spool spool(byte[] file) throws IOException {
        return Spool.of(new ByteArrayInputStream(file), null, 10 << 20);
    }

    private static void refused(byte[] file, AskedFormat asked, String why) {
        assertThatThrownBy(() -> facts(file, asked, SETTINGS))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining(why);
    }

    private static List<ColumnFacts> facts(byte[] file, DataSettings settings) throws IOException {
        return facts(file, AskedFormat.NOTHING, settings);
    }

    private static List<ColumnFacts> facts(byte[] file, AskedFormat asked, DataSettings settings)
            throws IOException {
        try (Spool spool = spool(file)) {
            TableFile table = TableFile.open(spool, asked, settings);
            List<ColumnBuilder> columns = new ArrayList<>();
            table.read(
                    names -> {
                        for (String name : names) {
                            columns.add(
                                    new ColumnBuilder(
                                            columns.size(),
                                            name,
                                            table.format().decimal(),
                                            8,
                                            (place, part, bytes) -> {}));
                        }
                        return (line, cells) -> {
                            for (int i = 0; i < cells.size(); i++) {
                                columns.get(i).add(cells.get(i), line);
                            }
                        };
                    },
                    share -> {});
            return columns.stream().map(ColumnBuilder::end).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
