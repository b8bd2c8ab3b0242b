package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.Mentions;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What people have written in Markdown, on a page. HTML in it is shown as it was typed, and what
 * the parser makes goes through an allow-list besides. Nothing is loaded from anywhere: an image
 * becomes a link to it.
 */
public final class Markdown extends Div {

    /** Deeper than anybody means it; those who draw the tree call themselves. */
    private static final int DEEPEST = 60;

    private static final List<TablesExtension> TABLES =
            List.of((TablesExtension) TablesExtension.create());

    private static final Parser PARSER =
            Parser.builder().extensions(TABLES).maxOpenBlockParsers(DEEPEST).build();

    /** A line ends where it was ended: notes are no book. */
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(TABLES)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .softbreak("<br>")
                    .build();

    private static final Safelist ALLOWED =
            Safelist.none()
                    .addTags("p", "br", "hr", "em", "strong", "code", "pre", "blockquote")
                    .addTags("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a")
                    .addTags("table", "thead", "tbody", "tr", "th", "td")
                    .addAttributes("ol", "start")
                    .addAttributes("a", "href")
                    .addProtocols("a", "href", "http", "https", "mailto")
                    .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow ugc")
                    .addEnforcedAttribute("a", "target", "_blank");

    private static final String BLOCKS = "p, h3, h4, h5, h6, li, th, td, blockquote, ul, ol";

    public Markdown() {
        addClassName("wt-markdown");
        getElement().setAttribute("dir", "auto");
    }

    public Markdown(String source) {
        this();
        show(source, List.of());
    }

    /**
     * @param mentioned names that stand out where they follow an @
     */
    public void show(String source, Collection<String> mentioned) {
        getElement().setProperty("innerHTML", html(source, mentioned));
    }

    static String html(String source, Collection<String> mentioned) {
        Node tree = PARSER.parse(source);
        String made = RENDERER.render(isTooDeep(tree) ? new Text(source) : tree);
        Document page = Jsoup.parseBodyFragment(made);
        page.select("img").forEach(Markdown::link);
        Document clean = new Cleaner(ALLOWED).clean(page);
        clean.outputSettings().prettyPrint(false);
        fitIn(clean);
        if (!mentioned.isEmpty()) {
            mark(clean.body(), Mentions.pattern(mentioned));
        }
        return clean.body().html();
    }

    /** Goes through the tree by its links: on no stack, which is what it guards. */
    private static boolean isTooDeep(Node tree) {
        int depth = 0;
        Node at = tree;
        while (depth <= DEEPEST) {
            if (at.getFirstChild() != null) {
                at = at.getFirstChild();
                depth++;
                continue;
            }
            while (at != tree && at.getNext() == null) {
                at = at.getParent();
                depth--;
            }
            if (at == tree) {
                return false;
            }
            at = at.getNext();
        }
        return true;
    }

    /** Within a link its words are enough. */
    private static void link(Element image) {
        String address = image.attr("src");
        String words = image.attr("alt").isBlank() ? address : image.attr("alt");
        image.replaceWith(
                image.closest("a") == null
                        ? new Element("a").attr("href", address).text(words)
                        : new TextNode(words));
    }

    /** Below the page's own headings; each block has its own direction. */
    private static void fitIn(Document page) {
        page.select("h3, h4, h5, h6").tagName("h6");
        page.select("h2").tagName("h4");
        page.select("h1").tagName("h3");
        page.select(BLOCKS).attr("dir", "auto");
        page.select("a:not([href])").unwrap();
        // Wide ones are scrolled by the keyboard too.
        page.select("pre, table").attr("tabindex", "0");
    }

    private static void mark(Element element, Pattern names) {
        for (Element child : element.children()) {
            if (!child.normalName().equals("code") && !child.normalName().equals("a")) {
                mark(child, names);
            }
        }
        for (TextNode text : element.textNodes()) {
            mark(text, names);
        }
    }

    private static void mark(TextNode text, Pattern names) {
        String words = text.getWholeText();
        int done = 0;
        var found = names.matcher(words);
        while (found.find()) {
            text.before(new TextNode(words.substring(done, found.start())));
            Element name = new Element("span").addClass("wt-mention").attr("dir", "auto");
            text.before(name.text(found.group()));
            done = found.end();
        }
        if (done > 0) {
            text.text(words.substring(done));
        }
    }
}
