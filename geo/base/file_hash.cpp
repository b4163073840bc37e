#include "geo/base/file_hash.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

namespace chronomap {

namespace {

class Sha256 {
  public:
    Sha256() : state_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
        sound_ = state_ && EVP_DigestInit_ex(state_.get(), EVP_sha256(), nullptr) == 1;
    }
    void add(const void* bytes, std::size_t count) {
        if (sound_) EVP_DigestUpdate(state_.get(), bytes, count);
    }
    Result<std::string> hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
        unsigned size = 0;
        if (!sound_ || EVP_DigestFinal_ex(state_.get(), bytes.data(), &size) != 1)
            return fail("SHA-256 cannot be computed");
        std::string text;
        for (unsigned i = 0; i < size; ++i)
            for (const int shift : {4, 0}) text += "0123456789abcdef"[bytes[i] >> shift & 0xf];
        return text;
    }

  private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> state_;
    bool sound_ = false;
};

Result<std::string> sha256_of_folder(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_regular_file()) files.push_back(entry->path());
    if (error) return fail("cannot be read: " + error.message(), folder.string());
    std::ranges::sort(files);
    Sha256 digest;
    for (const auto& file : files) {
        const auto hash = sha256_of_file(file.string());
        if (!hash) return hash;
        const std::string line = file.filename().string() + '\n' + *hash + '\n';
        digest.add(line.data(), line.size());
    }
    return digest.hex();
}

}  // namespace

Result<std::string> sha256_of_file(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return sha256_of_folder(path);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) return fail(std::string("cannot be read: ") + std::strerror(errno), path);
    Sha256 digest;
    std::vector<unsigned char> block(1u << 18);
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get()))
        digest.add(block.data(), count);
    if (std::ferror(file.get())) return fail(std::string("cannot be read: ") + std::strerror(errno), path);
    return digest.hex();
}

}  // namespace chronomap
