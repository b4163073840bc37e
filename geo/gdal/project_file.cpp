#include "geo/io/project_file.hpp"

#include <cpl_error.h>

#include "geo/events/apply_corrections.hpp"
#include "geo/gdal/extraction_tables.hpp"
#include "geo/gdal/gdal_warp.hpp"
#include "geo/gdal/new_geopackage.hpp"
#include "geo/gdal/project_tables.hpp"
#include "geo/gdal/table_rows.hpp"
#include "geo/io/corrections_json.hpp"

namespace chronomap {
namespace {

constexpr const char* version_table = "chronomap_project";
constexpr const char* documents_table = "chronomap_documents";

DatasetHandle open_geopackage(const std::string& path) {
    GDALAllRegister();
    const char* const drivers[] = {"GPKG", nullptr};
    return DatasetHandle(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
}

tl::unexpected<Error> damaged(const std::string& path, const std::string& why) {
    return fail("the project is damaged or cut short" + (why.empty() ? "" : ": " + why), path, 0,
                "take a copy of it, or the recovery file of the last session");
}

/// Reads every page once: a file that lost a part would otherwise give some of its rows and be silent on the rest.
Result<void> check_pages(GDALDatasetH dataset, const std::string& path) {
    OGRLayerH answer = GDALDatasetExecuteSQL(dataset, "PRAGMA quick_check", nullptr, nullptr);
    if (!answer) return damaged(path, CPLGetLastErrorMsg());
    const ReadRow row{FeatureHandle(OGR_L_GetNextFeature(answer))};
    const std::string words = row ? row.text("quick_check") : std::string();
    GDALDatasetReleaseResultSet(dataset, answer);
    return words == "ok" ? Result<void>{} : damaged(path, words);
}

/// The version of the file's arrangement. Error: it is no project, or one of a newer program.
Result<int> version_of(GDALDatasetH dataset, const std::string& path) {
    OGRLayerH table = GDALDatasetGetLayerByName(dataset, version_table);
    if (!table) return fail("is a GeoPackage but no project of chronomap", path, 0, "open it as a layer or a dataset");
    const ReadRow row{FeatureHandle(OGR_L_GetNextFeature(table))};
    const GIntBig version = row ? row.integer("schema_version").value_or(0) : 0;
    if (version < 1) return damaged(path, "it does not tell its schema version");
    if (version > project_schema_version)
        return fail("was saved by a newer chronomap (project schema " + std::to_string(version) +
                        "; this one reads up to " + std::to_string(project_schema_version) + ")",
                    path, 0, "update chronomap");
    return static_cast<int>(version);
}

/// The articles that the user corrected, as he did; none where there are no corrections.
std::vector<ExtractionPtr> corrected_articles(const ProjectContents& contents) {
    const auto document = contents.documents.find("corrections");
    const auto corrections = document == contents.documents.end() ? Result<EventCorrections>(EventCorrections{})
                                                                  : corrections_from_json(document->second);
    std::vector<ExtractionPtr> articles;
    if (!corrections || corrections->empty()) return articles;
    const AppliedCorrections applied = apply_corrections(contents.extractions, *corrections);
    for (const ExtractionPtr& each : contents.extractions)
        if (ExtractionPtr article = corrected(each, applied); article != each) articles.push_back(std::move(article));
    return articles;
}

}  // namespace

bool add_project_tables(GDALDatasetH dataset, const std::map<std::string, std::string>& documents) {
    OGRLayerH table =
        create_table(dataset, documents_table, nullptr, wkbNone, {{"name", OFTString}, {"json", OFTString}});
    for (const auto& [name, json] : documents)
        if (!table || !NewRow(table).text("name", name).text("json", json).write()) return false;
    OGRLayerH version = create_table(dataset, version_table, nullptr, wkbNone,
                                     {{"schema_version", OFTInteger64}, {"program", OFTString}});
    return table && version &&
           NewRow(version).integer("schema_version", project_schema_version).text("program", "chronomap").write();
}

Result<void> write_project(const std::string& path, const ProjectContents& contents) {
    const QuietErrors quiet;
    CPLErrorReset();
    auto file = NewGeoPackage::create(path);
    if (!file) return tl::unexpected(file.error());
    ExtractionTables tables;
    if (!tables.create(file->dataset())) return file->failure();
    for (const ExtractionPtr& extraction : contents.extractions)
        if (!tables.add(*extraction)) return file->failure();
    if (const std::vector<ExtractionPtr> corrected = corrected_articles(contents); !corrected.empty())
        if (!tables.add_corrected(file->dataset(), corrected)) return file->failure();
    if (!add_project_tables(file->dataset(), contents.documents)) return file->failure();
    return file->finish();
}

Result<ProjectContents> read_project(const std::string& path) {
    const QuietErrors quiet;
    CPLErrorReset();
    const DatasetHandle dataset = open_geopackage(path);
    if (!dataset) return damaged(path, CPLGetLastErrorMsg());
    if (const auto whole = check_pages(dataset.get(), path); !whole) return tl::unexpected(whole.error());
    const auto version = version_of(dataset.get(), path);
    if (!version) return tl::unexpected(version.error());
    auto extractions = read_extractions(dataset.get(), path);
    if (!extractions) return damaged(path, extractions.error().message);
    ProjectContents contents{std::move(*extractions), {}};
    if (OGRLayerH table = GDALDatasetGetLayerByName(dataset.get(), documents_table))
        while (const ReadRow row{FeatureHandle(OGR_L_GetNextFeature(table))})
            contents.documents[row.text("name")] = row.text("json");
    return contents;
}

bool is_project(const std::string& path) {
    const QuietErrors quiet;
    const DatasetHandle dataset = open_geopackage(path);
    return dataset && GDALDatasetGetLayerByName(dataset.get(), version_table) != nullptr;
}

}  // namespace chronomap
