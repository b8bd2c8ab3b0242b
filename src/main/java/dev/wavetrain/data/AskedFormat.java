package dev.wavetrain.data;

import org.jspecify.annotations.Nullable;

/** How a file is to be read, as far as somebody said so; what is null is found out. */
public record AskedFormat(
        @Nullable Encoding encoding,
        @Nullable Separator separator,
        @Nullable DecimalSign decimal,
        @Nullable Boolean header) {

    /** Everything is found out. */
    public static final AskedFormat NOTHING = new AskedFormat(null, null, null, null);

    public static AskedFormat of(TableFormat format) {
        return new AskedFormat(
                format.encoding(), format.separator(), format.decimal(), format.header());
    }
}
