#include "render/text/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <utility>

namespace chronomap {
namespace {

class Reader {
  public:
    std::vector<MarkdownBlock> run(std::string_view text) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_NOHTML;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->enter(type, detail), 0;
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return static_cast<Reader*>(self)->leave(type), 0;
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->span(type, detail, +1), 0;
        };
        parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->span(type, detail, -1), 0;
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* self) {
            return static_cast<Reader*>(self)->words(type, {words, size}), 0;
        };
        // Fails only where a callback does or memory is gone; what was read until then stands.
        md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
        std::erase_if(blocks_, [](const MarkdownBlock& block) {
            return block.kind != MarkdownBlock::Kind::rule && block.runs.empty();
        });
        return std::move(blocks_);
    }

  private:
    struct List {
        bool numbered = false;
        unsigned next = 1;
    };

    MarkdownBlock& begin(MarkdownBlock::Kind kind) {
        MarkdownBlock block;
        block.kind = kind;
        block.quoted = quoted_;
        if (kind == MarkdownBlock::Kind::paragraph && !lists_.empty()) {
            block.kind = MarkdownBlock::Kind::item;
            block.level = static_cast<int>(lists_.size());
            block.marker = std::exchange(marker_, {});
        }
        open_ = true;
        return blocks_.emplace_back(std::move(block));
    }

    void enter(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                open_ = false;
                ++quoted_;
                break;
            case MD_BLOCK_UL:
                open_ = false;
                lists_.push_back({});
                break;
            case MD_BLOCK_OL:
                open_ = false;
                lists_.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
                break;
            case MD_BLOCK_LI:
                open_ = false;
                marker_ = lists_.back().numbered ? std::to_string(lists_.back().next++) + "." : "•";
                break;
            case MD_BLOCK_H:
                begin(MarkdownBlock::Kind::heading).level =
                    static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_HR:
                begin(MarkdownBlock::Kind::rule);
                open_ = false;
                break;
            case MD_BLOCK_P:
            case MD_BLOCK_CODE:
                begin(MarkdownBlock::Kind::paragraph);
                break;
            default:
                break;
        }
    }

    void leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_QUOTE) --quoted_;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
        open_ = false;
    }

    void span(MD_SPANTYPE type, void* detail, int step) {
        if (type == MD_SPAN_STRONG) bold_ += step;
        if (type == MD_SPAN_EM) italic_ += step;
        if (type == MD_SPAN_A) {
            const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
            address_ = step > 0 && href.text != nullptr ? std::string(href.text, href.size) : std::string();
        }
    }

    void words(MD_TEXTTYPE type, std::string_view text) {
        std::string said(text);
        if (type == MD_TEXT_SOFTBR) said = " ";
        if (type == MD_TEXT_BR) said = "\n";
        if (type == MD_TEXT_NULLCHAR) said = "\xEF\xBF\xBD";
        if (type == MD_TEXT_ENTITY) said = entity(text);
        // A tight list has its words without a paragraph.
        if (!open_) begin(MarkdownBlock::Kind::paragraph);
        MarkdownRun run{std::move(said), bold_ > 0, italic_ > 0, address_};
        std::vector<MarkdownRun>& runs = blocks_.back().runs;
        if (!runs.empty() && runs.back().bold == run.bold && runs.back().italic == run.italic &&
            runs.back().address == run.address)
            runs.back().text += run.text;
        else
            runs.push_back(std::move(run));
    }

    /// The few that people write; others stand as they were written.
    static std::string entity(std::string_view text) {
        constexpr std::pair<std::string_view, std::string_view> known[] = {
            {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", "\xC2\xA0"}, {"&apos;", "'"}};
        for (const auto& [name, sign] : known)
            if (name == text) return std::string(sign);
        return std::string(text);
    }

    std::vector<MarkdownBlock> blocks_;
    std::vector<List> lists_;
    std::string marker_, address_;
    int quoted_ = 0, bold_ = 0, italic_ = 0;
    bool open_ = false;  ///< words go into the last block
};

}  // namespace

std::vector<MarkdownBlock> read_markdown(std::string_view text) {
    return Reader().run(text);
}

std::string plain_text(const std::vector<MarkdownBlock>& blocks) {
    std::string text;
    for (const MarkdownBlock& block : blocks) {
        if (!text.empty()) text += ' ';
        for (const MarkdownRun& run : block.runs) text += run.text;
    }
    return text;
}

}  // namespace chronomap
