#include "render/text/flowing_text.hpp"

#include <numeric>

namespace chronomap {
namespace {

/// What is not broken: a word, perhaps of several looks.
struct Word {
    std::vector<FlowPiece> pieces;
    bool ends_line = false;  ///< a line break stands behind it
};

FontRole role_of(const MarkdownRun& run, const FlowFace& face) {
    return run.bold ? face.bold : run.italic ? face.italic : face.regular;
}

std::vector<Word> words_of(const std::vector<MarkdownRun>& runs, const FlowFace& face) {
    std::vector<Word> words;
    bool begins = true;
    for (const MarkdownRun& run : runs) {
        const FontRole role = role_of(run, face);
        std::size_t at = 0;
        while (at < run.text.size()) {
            if (const char c = run.text[at]; c == ' ' || c == '\t' || c == '\n') {
                if (c == '\n' && !words.empty()) words.back().ends_line = true;
                begins = true;
                ++at;
                continue;
            }
            const std::size_t end = std::min(run.text.find_first_of(" \t\n", at), run.text.size());
            if (begins) words.emplace_back();
            words.back().pieces.push_back({run.text.substr(at, end - at), role, 0});
            begins = false;
            at = end;
        }
    }
    return words;
}

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

class Breaker {
  public:
    Breaker(const FlowFace& face, float width, FontSet& fonts) : face_(face), width_(width), fonts_(fonts) {}

    std::vector<FlowLine> run(const std::vector<Word>& words) {
        for (const Word& word : words) {
            std::vector<FlowPiece> longer = with(line_, word);
            if (width_of(longer) > width_ && !line_.empty()) {
                end_line();
                longer = with(line_, word);
            }
            line_ = std::move(longer);
            while (width_of(line_) > width_ && cut()) {
            }
            if (word.ends_line) end_line();
        }
        if (!line_.empty()) end_line();
        return std::move(lines_);
    }

  private:
    static std::vector<FlowPiece> with(std::vector<FlowPiece> line, const Word& word) {
        bool first = !line.empty();
        for (const FlowPiece& piece : word.pieces) {
            const std::string text = (first ? " " : "") + piece.text;
            if (!line.empty() && line.back().role == piece.role)
                line.back().text += text;
            else
                line.push_back({text, piece.role, 0});
            first = false;
        }
        return line;
    }

    float width_of(std::vector<FlowPiece>& line) {
        float width = 0;
        for (FlowPiece& piece : line) {
            piece.width = fonts_.shape(piece.text, piece.role, face_.size_px).width;
            width += piece.width;
        }
        return width;
    }

    /// Ends the line, which is one word too long for it, inside of that word. False when not even a letter fits.
    bool cut() {
        FlowPiece& first = line_.front();
        std::size_t end = first.text.size();
        do {
            do --end;
            while (end > 0 && continues_character(first.text[end]));
        } while (end > 0 && fonts_.shape(first.text.substr(0, end), first.role, face_.size_px).width > width_);
        if (end == 0) return false;
        FlowPiece rest{first.text.substr(end), first.role, 0};
        std::vector<FlowPiece> left = line_;
        left.front() = std::move(rest);
        line_ = {{first.text.substr(0, end), first.role, 0}};
        end_line();
        line_ = std::move(left);
        return true;
    }

    void end_line() {
        width_of(line_);
        lines_.push_back({std::exchange(line_, {}), false});
    }

    const FlowFace& face_;
    float width_;
    FontSet& fonts_;
    std::vector<FlowPiece> line_;
    std::vector<FlowLine> lines_;
};

}  // namespace

void FlowLine::place(std::vector<TextItem>& items, const FlowFace& face, float left, float width,
                     float baseline) const {
    float x = right_to_left ? left + width : left;
    for (const FlowPiece& piece : pieces) {
        TextItem item;
        item.text = piece.text;
        item.role = piece.role;
        item.size_px = face.size_px;
        item.colour = face.colour;
        item.baseline = baseline;
        item.x = right_to_left ? x - piece.width : x;
        x += right_to_left ? -piece.width : piece.width;
        items.push_back(std::move(item));
    }
}

std::vector<FlowLine> break_lines(const std::vector<MarkdownRun>& runs, const FlowFace& face, float width_px,
                                  FontSet& fonts) {
    const std::string all = std::accumulate(runs.begin(), runs.end(), std::string(),
                                            [](std::string text, const MarkdownRun& run) { return text + run.text; });
    const bool right_to_left =
        fonts.shape(all, face.regular, face.size_px).direction == GlyphRun::Direction::right_to_left;
    std::vector<FlowLine> lines = Breaker(face, width_px, fonts).run(words_of(runs, face));
    for (FlowLine& line : lines) line.right_to_left = right_to_left;
    return lines;
}

}  // namespace chronomap
