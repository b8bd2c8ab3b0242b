package dev.wavetrain.sharing;

import dev.wavetrain.common.Shortened;

/**
 * An archive that is refused, whole: nothing of it is kept. The text bundles say why in each
 * language as {@code archive.bad.REASON}, with {@code detail} as argument {0}.
 */
public class BadArchive extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UPLOAD_TOO_LARGE("The file is larger than {0} MB."),
        NOT_A_ZIP("It is no ZIP file."),
        TRUNCATED("Its end is missing, or it is damaged."),
        TOO_MANY_ENTRIES("It has more than {0} entries."),
        TOO_LARGE("Unpacked it is larger than this server reads: {0}."),
        BOMB("It unpacks to more than {0} times its size."),
        UNKNOWN_ENTRY("It has an entry that does not belong there: {0}."),
        TWICE("It has {0} twice."),
        MISSING("It lacks {0}."),
        NOT_AN_ARCHIVE("It is no archive of a Wavetrain project."),
        VERSION("It is of version {0}, which this server does not read."),
        CHECKSUM("The checksum of {0} does not match."),
        ORDER("{0} is not where it belongs."),
        JSON("{0} is not valid JSON, or too deep or too long."),
        VALUE("A value is missing, wrong or out of range: {0}."),
        WEIGHTS("These weights cannot be read, or belong to another network: {0}.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private static final int LONGEST_DETAIL = 100;

    private final Reason reason;
    private final String detail;

    public BadArchive(Reason reason, Object detail) {
        super("The archive is refused. " + reason.message.replace("{0}", safe(detail)));
        this.reason = reason;
        this.detail = safe(detail);
    }

    public BadArchive(Reason reason) {
        this(reason, "");
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /** Names come from the archive. */
    private static String safe(Object detail) {
        String text = detail.toString().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return Shortened.of(text, LONGEST_DETAIL);
    }
}
