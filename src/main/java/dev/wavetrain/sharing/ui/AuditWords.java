package dev.wavetrain.sharing.ui;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.shell.Texts;

/** What an act's detail says to people. */
final class AuditWords {

    private AuditWords() {}

    static String detail(Act act, Texts texts) {
        String detail = act.detail();
        if (detail == null || detail.isEmpty()) {
            return "";
        }
        return switch (act.action()) {
            case MEMBER_ADDED, MEMBER_CHANGED ->
                    texts.get(
                            "audit.detail.role", texts.nameOf("role", MemberRole.valueOf(detail)));
            case PROJECT_RENAMED -> texts.get("audit.detail.before", detail);
            case SIGNED_IN ->
                    texts.get("OPENID".equals(detail) ? "openid.audit" : "audit.detail.script");
            case SIGN_IN_REFUSED ->
                    "NO_MORE_THIS_HOUR".equals(detail)
                            ? texts.get("audit.detail.noMore")
                            : OpenIdWords.noted(detail, texts);
            case EXPERIMENT_MOVED ->
                    texts.get("OUT".equals(detail) ? "audit.detail.out" : "audit.detail.in");
            default -> detail;
        };
    }
}
