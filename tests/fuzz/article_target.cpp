// Any bytes as an article: encodings, HTML, Markdown, datelines, the tokenizer.

#include "geo/text/article_reader.hpp"
#include "tests/fuzz/bytes.hpp"

using namespace chronomap;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr ArticleFormat formats[] = {ArticleFormat::text, ArticleFormat::markdown, ArticleFormat::html};
    const auto read = article_from_bytes(fuzz::text_of(data + 1, size - 1), "fuzzed.txt", formats[data[0] % 3]);
    if (!read) {
        fuzz::require(!read.error().text().empty(), "an article that is refused is refused in words");
        return 0;
    }
    Article article = *read;
    read_dateline(article);
    const std::size_t bytes = article.text.size();
    fuzz::require(article.body_begin <= bytes, "the body begins in the text");
    fuzz::require(article.dateline.end <= bytes && article.published_range.end <= bytes, "the dateline is in the text");
    const TokenisedText tokens = tokenise(article);
    std::uint32_t last = 0;
    for (const Token& token : tokens.tokens) {
        fuzz::require(token.range.begin >= last && token.range.begin < token.range.end && token.range.end <= bytes,
                      "tokens follow each other in the text");
        last = token.range.end;
    }
    for (const Sentence& sentence : tokens.sentences)
        fuzz::require(sentence.first_token <= sentence.last_token && sentence.last_token <= tokens.tokens.size() &&
                          sentence.range.end <= bytes,
                      "sentences are made of tokens");
    return 0;
}
