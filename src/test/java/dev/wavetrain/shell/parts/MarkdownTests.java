package dev.wavetrain.shell.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is shown, and nothing of it is ever run or loaded. */
class MarkdownTests {

    private static Document shown(String source, String... names) {
        return Jsoup.parseBodyFragment(Markdown.html(source, List.of(names)));
    }

    @Test
    void bold_lists_code_and_tables_become_what_they_mean() {
        Document page =
                shown("**bold**\n\n- one\n- two\n\n`code`\n\n| a | b |\n|---|---|\n| 1 | 2 |");
        assertThat(page.select("strong").text()).isEqualTo("bold");
        assertThat(page.select("li").eachText()).containsExactly("one", "two");
        assertThat(page.select("p > code").text()).isEqualTo("code");
        assertThat(page.select("td").eachText()).containsExactly("1", "2");
    }

    @Test
    void headings_stand_below_those_of_the_page() {
        assertThat(shown("# a\n## b\n### c").select("h1, h2, h5")).isEmpty();
        assertThat(shown("# a").select("h3").text()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "text <b onmouseover=alert(1)>bold</b>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<style>*{display:none}</style>",
                "<!-- --><a href=\"javascript:alert(1)\">x</a>"
            })
    void html_is_shown_as_it_was_typed(String source) {
        Document page = shown(source);
        assertThat(page.text()).contains(source.strip());
        assertThat(page.body().getAllElements())
                .allMatch(element -> List.of("body", "p", "br").contains(element.normalName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#x73;cript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox)",
                "[x](file:///etc/passwd)",
                "[x](//evil.example)",
                "[x](/runs)",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)"
            })
    void an_address_of_another_kind_is_no_link(String source) {
        Document page = shown(source);
        assertThat(page.select("[href], [src]")).isEmpty();
        assertThat(page.text()).contains("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://e.example/a", "http://e.example", "mailto:ada@e.example"})
    void a_link_says_nothing_of_where_one_came_from(String address) {
        var link = shown("[words](" + address + ")").select("a");
        assertThat(link.attr("href")).isEqualTo(address);
        assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow ugc");
        assertThat(link.attr("target")).isEqualTo("_blank");
    }

    @Test
    void no_image_is_loaded_but_its_address_is_a_link() {
        Document page =
                shown("![a curve](https://e.example/x.png) and ![](https://e.example/y.png)");
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("a").eachText())
                .containsExactly("a curve", "https://e.example/y.png");
        assertThat(shown("[![i](https://e.example/i.png)](https://e.example)").select("a a"))
                .isEmpty();
    }

    @Test
    void a_quotation_mark_does_not_end_an_attribute() {
        Document page =
                shown(
                        "[x](https://e.example/\"onmouseover=\"alert(1)) ![\"><b>](https://e.example)");
        assertThat(page.select("[onmouseover], b")).isEmpty();
    }

    @Test
    void each_line_keeps_its_end_and_each_block_its_direction() {
        Document page = shown("first\nsecond\n\n\u202eright to left");
        assertThat(page.select("br")).hasSize(1);
        assertThat(page.select("p").eachAttr("dir")).containsOnly("auto").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "*a **a ", "[", "![", "- ", "`", "<", "|a", "_", "&#", "🌊", "a"})
    void twenty_thousand_letters_of_anything_are_shown_at_once(String part) {
        String source = part.repeat(20_000 / part.length());
        String html =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> Markdown.html(source, List.of("ada")));
        assertThat(html).isNotEmpty();
    }

    @Test
    void what_is_nested_too_deeply_is_shown_as_it_was_typed() {
        String source = "*a **a ".repeat(500) + "a** a*".repeat(500);
        assertThat(shown(source).text()).isEqualTo(source);
    }

    @Test
    void a_mentioned_name_stands_out_but_not_in_code_or_links() {
        Document page = shown("@Ada see `@ada`, [@ada](https://e.example) and @bob", "ada");
        assertThat(page.select(".wt-mention").eachText()).containsExactly("@Ada");
        assertThat(page.text()).isEqualTo("@Ada see @ada, @ada and @bob");
    }

    @Test
    void a_name_with_markup_is_no_markup() {
        Document page = shown("@<b>x</b> hello", "<b>x</b>");
        assertThat(page.select("b")).isEmpty();
        assertThat(page.select(".wt-mention").text()).isEqualTo("@<b>x</b>");
    }
}
