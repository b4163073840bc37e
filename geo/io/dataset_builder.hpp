#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/dataset_columns.hpp"
#include "geo/events/event.hpp"

namespace chronomap {

/// Collects the rows of an event dataset into an Extraction and counts what is wrong with them.
class DatasetBuilder {
  public:
    DatasetBuilder(const std::string& path, DatasetColumns columns);
    void add(const DatasetRow& row);
    /// `warnings` gets a line for each sort of rows that became residue. Error: there was no row.
    Result<Extraction> finish(std::vector<std::string>& warnings) &&;

  private:
    DatasetColumns columns_;
    Extraction extraction_;
    std::unordered_map<std::string, PlacePtr> places_;  ///< rows of one place share it
    std::size_t rows_ = 0, undated_ = 0, unplaced_ = 0;
};

/// Error: columns that say no date or, without geometry, no place; names the columns there are.
Result<void> check_columns(const DatasetColumns& columns, const std::vector<std::string>& names, bool has_geometry,
                           const std::string& path);

}  // namespace chronomap
