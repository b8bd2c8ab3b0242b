package dev.wavetrain.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a file writes characters. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    /** As Windows and Excel write it: code page 932. */
    SHIFT_JIS(Charset.forName("windows-31j")),
    WINDOWS_1252(Charset.forName("windows-1252")),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE);

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }
}
