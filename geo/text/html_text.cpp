#include "geo/text/html_text.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

std::string_view attribute(const GumboNode* node, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view{};
}

bool contains_word(std::string_view text, std::initializer_list<std::string_view> words) {
    const std::string lower = lower_ascii(text);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return lower.find(word) != lower.npos; });
}

/// Elements that are never the article's text.
bool is_clutter(const GumboNode* node) {
    switch (node->v.element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_TEXTAREA:
            return true;
        default:
            break;
    }
    const std::string_view role = attribute(node, "role");
    if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "complementary") return true;
    if (!attribute(node, "hidden").empty() || attribute(node, "aria-hidden") == "true") return true;
    if (node->v.element.tag == GUMBO_TAG_BODY || node->v.element.tag == GUMBO_TAG_ARTICLE) return false;
    const std::string names = std::string(attribute(node, "class")) + " " + std::string(attribute(node, "id"));
    return contains_word(names, {"cookie", "consent", "newsletter", "related", "share-", "social", "breadcrumb",
                                 "sidebar", "advert", "comments", "menu", "navbar", "footer", "subscribe", "promo"});
}

bool is_block(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_BODY:
            return true;
        default:
            return false;
    }
}

/// Collects text with single spaces inside paragraphs and an empty line between them.
class TextCollector {
  public:
    void add(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const bool no_break_space = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || no_break_space) {
                space_ = true;
                i += no_break_space;
                continue;
            }
            if (paragraph_ && !out_.empty())
                out_ += "\n\n";
            else if (space_ && !out_.empty() && !paragraph_)
                out_ += ' ';
            paragraph_ = space_ = false;
            out_ += c;
        }
    }
    void end_paragraph() { paragraph_ = true; }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
    bool space_ = false, paragraph_ = false;
};

/// Deep trees are hostile input; a page that a person wrote stays far below.
constexpr int deepest = 400;

void collect(const GumboNode* node, TextCollector& out, int depth) {
    if (depth > deepest) return;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) return out.add(node->v.text.text);
    if (node->type != GUMBO_NODE_ELEMENT || is_clutter(node)) return;
    const GumboTag tag = node->v.element.tag;
    const bool block = is_block(tag) || tag == GUMBO_TAG_BR;
    if (block) out.end_paragraph();
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) out.add(" ");
    for (unsigned i = 0; i < node->v.element.children.length; ++i)
        collect(static_cast<const GumboNode*>(node->v.element.children.data[i]), out, depth + 1);
    if (block) out.end_paragraph();
}

/// The first element, in document order, for which `test` holds.
template <class Test>
const GumboNode* find(const GumboNode* node, const Test& test, int depth = 0) {
    if (node->type != GUMBO_NODE_ELEMENT || depth > deepest) return nullptr;
    if (test(node)) return node;
    for (unsigned i = 0; i < node->v.element.children.length; ++i)
        if (const auto* found = find(static_cast<const GumboNode*>(node->v.element.children.data[i]), test, depth + 1))
            return found;
    return nullptr;
}

std::string text_within(const GumboNode* node) {
    TextCollector out;
    if (node && node->type == GUMBO_NODE_ELEMENT)
        for (unsigned i = 0; i < node->v.element.children.length; ++i)
            collect(static_cast<const GumboNode*>(node->v.element.children.data[i]), out, 0);
    return out.take();
}

std::string meta(const GumboNode* root, std::initializer_list<std::string_view> names) {
    for (std::string_view name : names) {
        const GumboNode* found = find(root, [&](const GumboNode* node) {
            return node->v.element.tag == GUMBO_TAG_META &&
                   (attribute(node, "property") == name || attribute(node, "name") == name ||
                    attribute(node, "itemprop") == name);
        });
        if (found && !attribute(found, "content").empty()) return std::string(attribute(found, "content"));
    }
    return {};
}

const GumboNode* with_tag(const GumboNode* root, GumboTag tag) {
    return find(root, [tag](const GumboNode* node) { return node->v.element.tag == tag; });
}

}  // namespace

HtmlText text_of_html(std::string_view html) {
    struct Destroy {
        void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
    };
    const std::unique_ptr<GumboOutput, Destroy> page(
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
    HtmlText out;
    const GumboNode* root = page->root;
    out.title = meta(root, {"og:title"});
    if (out.title.empty()) out.title = text_within(with_tag(root, GUMBO_TAG_H1));
    if (out.title.empty()) out.title = text_within(with_tag(root, GUMBO_TAG_TITLE));
    out.publisher = meta(root, {"og:site_name", "application-name"});
    out.published =
        meta(root, {"article:published_time", "datePublished", "date", "dc.date", "DC.date.issued", "pubdate"});
    if (out.published.empty())
        if (const GumboNode* time = with_tag(root, GUMBO_TAG_TIME)) out.published = attribute(time, "datetime");

    const GumboNode* body = with_tag(root, GUMBO_TAG_ARTICLE);
    if (!body)
        body = find(root, [](const GumboNode* node) {
            return node->v.element.tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main" ||
                   attribute(node, "itemprop") == "articleBody";
        });
    if (body) out.text = text_within(body);
    // An <article> of two lines is a teaser, not the article.
    if (out.text.size() < 200) {
        const std::string whole = text_within(with_tag(root, GUMBO_TAG_BODY));
        if (whole.size() > out.text.size() * 3) out.text = whole;
    }
    return out;
}

}  // namespace chronomap
