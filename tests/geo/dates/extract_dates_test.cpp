#include "geo/dates/extract_dates.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "geo/base/asset_paths.hpp"
#include "geo/dates/lexicon.hpp"
#include "geo/text/article_reader.hpp"

using namespace chronomap;

namespace {

const PeriodTable& periods() {
    static const PeriodTable table = [] {
        const auto path = std::filesystem::temp_directory_path() / "chronomap-test-periods.json";
        std::ofstream(path) << R"({"periods":[
            {"id":"second-war","names":["Second Karabakh War","44-Day War"],"edtf":"2020-09-27/2020-11-10","source":"x"},
            {"id":"ww1","names":["World War I"],"edtf":"1914-07-28/1918-11-11","source":"x"},
            {"id":"thanksgiving","names":["Thanksgiving Day"],"yearly":{"month":11,"weekday":4,"nth":4},"source":"x"},
            {"id":"christmas","names":["Christmas"],"yearly":{"month":12,"day":25},"source":"x"},
            {"id":"easter","names":["Easter Sunday"],"yearly":{"easter":0},"source":"x"},
            {"id":"battle","names":["Battle of Shusha"],"edtf":"1992-05-08/1992-05-09","source":"x"}]})";
        return *PeriodTable::load({path.string()});
    }();
    return table;
}

const DateLexicon& english() {
    static const DateLexicon lexicon = [] {
        auto loaded = DateLexicon::load(asset_path("languages/en.json"));
        REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().text()));
        return *loaded;
    }();
    return lexicon;
}

/// "phrase=edtf; phrase=edtf" of a text, published on `published` (YYYY-MM-DD or empty).
std::string dates_of(const std::string& text, const std::string& published = "") {
    Article article;
    article.text = text;
    if (!published.empty()) article.published = EdtfDate::parse(published)->span().begin;
    std::string out;
    for (const DateMention& mention : extract_dates(article, tokenise(article), periods(), english()))
        out += (out.empty() ? "" : "; ") + std::string(mention.range.of(text)) + "=" + mention.date.text();
    return out;
}

}  // namespace

TEST_CASE("explicit dates are read in the usual English orders") {
    CHECK(dates_of("It fell in 1993.") == "1993=1993");
    CHECK(dates_of("On 12 October 2020 it fell.") == "12 October 2020=2020-10-12");
    CHECK(dates_of("On October 12, 2020, it fell.") == "October 12, 2020=2020-10-12");
    CHECK(dates_of("In November 2020 it fell.") == "November 2020=2020-11");
    CHECK(dates_of("The 5th of May 1992 came.") == "5th of May 1992=1992-05-05");
    CHECK(dates_of("From 2023-09-01 on.") == "2023-09-01=2023-09-01");
    CHECK(dates_of("On 13/05/2023 and 04/05/2023.") == "13/05/2023=2023-05-13; 04/05/2023=2023");
    CHECK(dates_of("On Thursday, 31 August 2023, they met.") == "Thursday, 31 August 2023=2023-08-31");
    CHECK(dates_of("On Sept. 30, 1993 they met.") == "Sept. 30, 1993=1993-09-30");
}

TEST_CASE("decades, centuries, seasons and their parts are spans") {
    CHECK(dates_of("In the early 1990s.") == "the early 1990s=1990/1993");
    CHECK(dates_of("In the mid-1990s.") == "the mid-1990s=1994/1996");
    CHECK(dates_of("In the late 1990s.") == "the late 1990s=1997/1999");
    CHECK(dates_of("In the 1920s.") == "1920s=192X");
    CHECK(dates_of("A 19th century mosque.") == "19th century=1801/1900");
    CHECK(dates_of("In the summer of 1918.") == "summer of 1918=1918-06/1918-08");
    CHECK(dates_of("By early 1992 it grew.") == "early 1992=1992-01/1992-03");
    CHECK(dates_of("At the end of 2004.") == "the end of 2004=2004-12");
    CHECK(dates_of("The first half of 2021.") == "The first half of 2021=2021-01/2021-06");
    CHECK(dates_of("The final months of World War I.") == "The final months of World War I=1918-08-13/1918-11-11");
}

TEST_CASE("ranges are one mention when the words join them") {
    CHECK(dates_of("Between 1988 and 1994 there was war.") == "Between 1988 and 1994=1988/1994");
    CHECK(dates_of("The war (1918–1920) ended.") == "1918–1920=1918/1920");
    CHECK(dates_of("The fights of 1988-94.") == "1988-94=1988/1994");
    CHECK(dates_of("From 27 September to 10 November 2020 it raged.") ==
          "From 27 September to 10 November 2020=2020-09-27/2020-11-10");
    CHECK(dates_of("On 12–15 October 2020.") == "12–15 October 2020=2020-10-12/2020-10-15");
}

TEST_CASE("news looks back from the dateline, unless the sentence looks ahead") {
    CHECK(dates_of("On Thursday they met.", "2023-09-01") == "Thursday=2023-08-31");
    CHECK(dates_of("On Friday they met.", "2023-09-01") == "Friday=2023-09-01");
    CHECK(dates_of("They will meet on Monday.", "2023-09-01") == "Monday=2023-09-04");
    CHECK(dates_of("Yesterday they met.", "2023-09-01") == "Yesterday=2023-08-31");
    CHECK(dates_of("They met in December.", "2023-09-01") == "December=2022-12");
    CHECK(dates_of("A meeting is planned for October.", "2023-09-01") == "October=2023-10");
    CHECK(dates_of("Last week they met.", "2023-09-01") == "Last week=2023-08-21/2023-08-27");
    CHECK(dates_of("Two years ago they met.", "2023-09-01") == "Two years ago=2021");
    CHECK(dates_of("On Thursday they met.") == "Thursday=");
}

TEST_CASE("relative dates count from the last date told, as fine as it allows") {
    CHECK(dates_of("It fell on 8 May 1992. The next day it burned.") ==
          "8 May 1992=1992-05-08; The next day=1992-05-09");
    CHECK(dates_of("On 25 June 1991 they left; two days later tanks came.") ==
          "25 June 1991=1991-06-25; two days later=1991-06-27");
    CHECK(dates_of("It fell in 2006. Two years later it was free.") == "2006=2006; Two years later=2008");
    CHECK(dates_of("It fell in 2006. Three days later it was free.") == "2006=2006; Three days later=");
    CHECK(dates_of("In June 1990 it was; the following February not.") ==
          "June 1990=1990-06; the following February=1991-02");
    CHECK(dates_of("In 2003 it began. In September of that year it ended.") ==
          "2003=2003; September of that year=2003-09");
    CHECK(dates_of("It began in May 1992, and on 18 November it ended.") == "May 1992=1992-05; 18 November=1992-11-18");
    CHECK(dates_of("He came on 8 July 2014, three days after his army did.") ==
          "8 July 2014=2014-07-08; three days after=2014-07-05");
    CHECK(dates_of("On 31 December 2007 it began; thirteen years later to the day it ended.") ==
          "31 December 2007=2007-12-31; thirteen years later to the day=2020-12-31");
}

TEST_CASE("a named period is a date; the name of a battle only after words of time") {
    CHECK(dates_of("During the 44-Day War it fell.") == "44-Day War=2020-09-27/2020-11-10");
    CHECK(dates_of("In the second Karabakh war.") == "second Karabakh war=2020-09-27/2020-11-10");
    CHECK(dates_of("The Battle of Shusha was a victory.").empty());
    CHECK(dates_of("During the Battle of Shusha it burned.") == "Battle of Shusha=1992-05-08/1992-05-09");
}

TEST_CASE("numbers and words that are no dates are left alone") {
    CHECK(dates_of("There were 1993 people and 2,000 houses.").empty());
    CHECK(dates_of("He may march on the second floor.").empty());
    CHECK(dates_of("Resolution 1973 and a T-72 tank.").empty());
    CHECK(dates_of("It cost $1999.").empty());
    CHECK(dates_of("30 February 1993 never was.") == "30 February 1993=");
    CHECK(dates_of("").empty());
}

TEST_CASE("a date lies ahead only in the clause of the word that says so") {
    CHECK(dates_of("They would appeal the ruling, announced on Wednesday.", "2000-01-07") == "Wednesday=2000-01-05");
    CHECK(dates_of("The plan is expected to fail, he said on Monday.", "2023-09-01") == "Monday=2023-08-28");
    CHECK(dates_of("Talks are due to resume on Monday.", "2023-09-01") == "Monday=2023-09-04");
}

TEST_CASE("quarters and weekends are spans") {
    CHECK(dates_of("In the third quarter of 1990 it rose.") == "the third quarter of 1990=1990-07/1990-09");
    CHECK(dates_of("Shelling went on over the weekend.", "2023-09-01") == "the weekend=2023-08-26/2023-08-27");
    CHECK(dates_of("It rose in Q3 2019.") == "Q3 2019=2019-07/2019-09");
}

TEST_CASE("parts of a day belong to the phrase of their day") {
    CHECK(dates_of("They met on Thursday morning.", "2023-09-01") == "Thursday morning=2023-08-31");
}

TEST_CASE("now and recently are told apart from dates") {
    Article article;
    article.text = "It is now open.";
    const auto mentions = extract_dates(article, tokenise(article), periods(), english());
    REQUIRE(mentions.size() == 1);
    CHECK(mentions[0].kind == DateMentionKind::vague);
    CHECK(mentions[0].date.empty());
    CHECK(mentions[0].timex == "PRESENT_REF");
}

TEST_CASE("days near the day of publication need no year") {
    CHECK(dates_of("He must return by Jan. 14, a judge said.", "2000-01-07") == "Jan. 14=2000-01-14");
    CHECK(dates_of("It fell on May 26.", "2014-07-08") == "May 26=2014-05-26");
    CHECK(dates_of("In January this year it began.", "1998-02-19") == "January this year=1998-01");
    CHECK(dates_of("On Friday last week they met.", "2023-09-06") == "Friday last week=2023-09-01");
    CHECK(dates_of("It fell last night.", "2023-09-01") == "last night=2023-08-31");
}

TEST_CASE("numbers in words and mixed orders are read") {
    CHECK(dates_of("The twenty-first of June 1941.") == "twenty-first of June 1941=1941-06-21");
    CHECK(dates_of("In the late nineties.") == "the late nineties=1997/1999");
    CHECK(dates_of("In nineteen ninety-six it was.") == "nineteen ninety-six=1996");
    CHECK(dates_of("On 05-Aug-2016 it was.") == "05-Aug-2016=2016-08-05");
}

TEST_CASE("a year told in the sentence before outweighs the day of publication") {
    CHECK(dates_of("It began in 1991. In July it spread.", "2023-09-01") == "1991=1991; July=1991-07");
}

TEST_CASE("parts with \"the\" join to ranges") {
    CHECK(dates_of("It lasted from the end of March 2020 to the middle of September 2020.") ==
          "from the end of March 2020 to the middle of September 2020=2020-03-25/2020-09-20");
}

TEST_CASE("a long run of the words that lead an amount is read in linear time") {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "about more than ";
    CHECK(dates_of(text).empty());
}

TEST_CASE("weeks, weekdays and days are counted in the month or year that holds them") {
    CHECK(dates_of("They meet on the first Friday of July 2016.") == "the first Friday of July 2016=2016-07-01");
    CHECK(dates_of("In the third week of May 1992 it fell.") == "the third week of May 1992=1992-05-18/1992-05-24");
    CHECK(dates_of("It began on the 20th of last month.", "2023-09-01") == "the 20th of last month=2023-08-20");
    CHECK(dates_of("In the last two weeks of 1991 it fell.") == "the last two weeks of 1991=1991-12-18/1991-12-31");
    CHECK(dates_of("In week 31 of 2023 it fell.") == "week 31 of 2023=2023-07-31/2023-08-06");
    CHECK(dates_of("The week of 8 May 1992 was quiet.") == "week of 8 May 1992=1992-05-04/1992-05-10");
    CHECK(dates_of("They rest for the rest of the year.", "2023-09-01") == "rest of the year=2023-09-01/2023-12-31");
}

TEST_CASE("a day may be counted from another one that the phrase names") {
    CHECK(dates_of("Two weeks before May 13, 1999 it fell.") == "Two weeks before May 13, 1999=1999-04-29");
    CHECK(dates_of("They left 1 month and 3 days ago.", "2023-09-04") == "1 month and 3 days ago=2023-08-01");
    CHECK(dates_of("They will leave in two weeks.", "2023-09-01") == "two weeks=2023-09-15");
    CHECK(dates_of("They took it in two weeks.", "2023-09-01").empty());
    CHECK(dates_of("They met on Friday the 15th.", "2017-09-27") == "Friday the 15th=2017-09-15");
    CHECK(dates_of("They met on the 15th.", "2017-09-27") == "15th=2017-09-15");
    CHECK(dates_of("They live on the 15th floor.", "2017-09-27").empty());
    CHECK(dates_of("They will meet next Thursday.", "2023-09-04") == "next Thursday=2023-09-14");
}

TEST_CASE("ranges of days leave the month to their end") {
    CHECK(dates_of("From 4 to 22 January 1995 it raged.") == "4 to 22 January 1995=1995-01-04/1995-01-22");
    CHECK(dates_of("From 2014 to 2018 it raged.") == "From 2014 to 2018=2014/2018");
    CHECK(dates_of("It raged from November to March.", "2018-09-07") == "from November to March=2017-11/2018-03");
}

TEST_CASE("numbers that tell a day, a month, a quarter or a half of a year") {
    CHECK(dates_of("On 2015/08/12 and 21/04/16.") == "2015/08/12=2015-08-12; 21/04/16=2016-04-21");
    CHECK(dates_of("In 11/2016.") == "11/2016=2016-11");
    CHECK(dates_of("On 04/05/16.").empty());
    CHECK(dates_of("In H1 2016 and 2017 Q3.") == "H1 2016=2016-01/2016-06; 2017 Q3=2017-07/2017-09");
    CHECK(dates_of("In two thousand and fifteen.") == "two thousand and fifteen=2015");
    CHECK(dates_of("In the nineteen seventies.") == "nineteen seventies=197X");
    CHECK(dates_of("There were two thousand soldiers.").empty());
}

TEST_CASE("what waits for a date has not come to it yet") {
    CHECK(dates_of("They want a truce by August.", "1998-02-13") == "August=1998-08");
    CHECK(dates_of("Voters go to the polls this September.", "1998-06-26") == "this September=1998-09");
    CHECK(dates_of("They held it until 1996 and left.") == "1996=1996");
}

TEST_CASE("a year ago of a quarter is the same quarter") {
    CHECK(dates_of("Sales rose in the third quarter of 1989 from a year earlier.") ==
          "the third quarter of 1989=1989-07/1989-09; a year earlier=1988-07/1988-09");
}

TEST_CASE("the quarter is the one told before, or no time at all") {
    CHECK(dates_of(
              "Sales rose in the third quarter of 1989. In the quarter they doubled; the year-ago quarter was weak.") ==
          "the third quarter of 1989=1989-07/1989-09; the quarter=1989-07/1989-09; "
          "the year-ago quarter=1988-07/1988-09");
    CHECK(dates_of("They fought in the quarter around the mosque.").empty());
}

TEST_CASE("holidays fall where their rules say") {
    const auto falls = [](YearlyRule::Kind kind, int year, int month, int day) {
        YearlyRule rule;
        rule.kind = kind;
        rule.month = month;
        rule.day = day;
        const auto found = holiday_in(year, rule);
        return found ? found->text() : "";
    };
    CHECK(falls(YearlyRule::Kind::easter, 2018, 0, 0) == "2018-04-01");
    CHECK(falls(YearlyRule::Kind::orthodox_easter, 2018, 0, 0) == "2018-04-08");
    CHECK(falls(YearlyRule::Kind::islamic, 2022, 10, 1) == "2022-05-02");
    CHECK(falls(YearlyRule::Kind::hebrew, 2023, 1, 1) == "2023-09-16");
    CHECK(falls(YearlyRule::Kind::persian, 2024, 1, 1) == "2024-03-20");
    YearlyRule thanksgiving;
    thanksgiving.kind = YearlyRule::Kind::nth_weekday;
    thanksgiving.month = 11;
    thanksgiving.weekday = 4;
    thanksgiving.nth = 4;
    CHECK(holiday_in(1999, thanksgiving)->text() == "1999-11-25");
    CHECK_FALSE(holiday_in(0, thanksgiving));
}

TEST_CASE("a holiday is the last one, or that of the year told") {
    CHECK(dates_of("He was found on Thanksgiving Day.", "2000-01-07") == "Thanksgiving Day=1999-11-25");
    CHECK(dates_of("They shelled it on Easter Sunday 1992.") == "Easter Sunday 1992=1992-04-19");
    CHECK(dates_of("A truce holds until Christmas.", "2023-09-01") == "Christmas=2023-12-25");
    CHECK(dates_of("Two days before Christmas 1991 he left.") == "Two days before Christmas 1991=1991-12-23");
}

TEST_CASE("a year in passing leaves the next sentence to the day of publication, one that narrates does not") {
    CHECK(dates_of("It has grown each year since 1980. In September it closed.", "1989-10-26") ==
          "1980=1980; September=1989-09");
    CHECK(dates_of("It began in 1991. In July it spread.", "2023-09-01") == "1991=1991; July=1991-07");
}

TEST_CASE("numbers that dashes join with others are no years, those of a month and a day are") {
    CHECK(dates_of("Call 138-2010-2015 or 82-2100.").empty());
    CHECK(dates_of("The report 20161016 came.") == "20161016=2016-10-16");
    CHECK(dates_of("He will be back on 4/22.", "2016-11-07") == "4/22=2017-04-22");
    CHECK(dates_of("It won 4/22 of them, on 4/5.", "2016-11-07").empty());
    CHECK(dates_of("It closed 2016 - 11.") == "2016 - 11=2016-11");
    CHECK(dates_of("It closed Oct2.", "2016-11-07") == "Oct2=2016-10-02");
    CHECK(dates_of("It cost $12 December 27.", "2019-07-04") == "December 27=2018-12-27");
}

TEST_CASE("a year behind a day may follow in, of and words") {
    CHECK(dates_of("They went on 28 June in 2020.") == "28 June in 2020=2020-06-28");
    CHECK(dates_of("It began in April of 87.", "2018-01-07") == "April of 87=1987-04");
    CHECK(dates_of("On August 15, nineteen hundred ninety three, it began.") ==
          "August 15, nineteen hundred ninety three=1993-08-15");
    CHECK(dates_of("It closed October, 1st.", "2016-11-07") == "October, 1st=2016-10-01");
    CHECK(dates_of("The bombings on Aug. 7 killed 258 people.", "1998-09-01") == "Aug. 7=1998-08-07");
    CHECK(dates_of("He was shot last Oct. 23.", "1999-04-15") == "last Oct. 23=1998-10-23");
    CHECK(dates_of("It meets on April 24 and 25.", "1999-02-27") == "April 24=1999-04-24; 25=1999-04-25");
}

TEST_CASE("lengths that begin on a day last from it") {
    CHECK(dates_of("It is closed for 3 days starting next Monday.", "2024-11-07") ==
          "3 days starting next Monday=2024-11-11/2024-11-13");
    CHECK(dates_of("It will end within 5 days.", "2017-11-08") == "5 days=2017-11-08/2017-11-13");
    CHECK(dates_of("It will end within the next 3 years.", "2017-11-08") == "the next 3 years=2017-11-08/2020-11-08");
    CHECK(dates_of("Sales rose in the last two quarters.", "2019-07-04") ==
          "the last two quarters=2019-01-01/2019-06-30");
    CHECK(dates_of("It lasted for the last 3 months and 2 days ago it ended.", "2016-11-07") ==
          "the last 3 months=2016-08-07/2016-11-07; 2 days ago=2016-11-05");
}

TEST_CASE("weeks after next, days of a named week and ranges up to now are read") {
    CHECK(dates_of("He is out the week after next.", "2016-11-07") == "the week after next=2016-11-21/2016-11-27");
    CHECK(dates_of("Meet him next week between Wednesday and Friday.", "2017-11-14") ==
          "next week between Wednesday and Friday=2017-11-22/2017-11-24");
    CHECK(dates_of("It runs between now and May 21.", "2019-05-09") == "between now and May 21=2019-05-09/2019-05-21");
    CHECK(dates_of("It runs from next Monday to Friday.", "2019-09-05") ==
          "from next Monday to Friday=2019-09-09/2019-09-13");
    CHECK(dates_of("It is on Friday (June 15).", "2018-06-20") == "Friday (June 15)=2018-06-15");
    CHECK(dates_of("They leave the third month of 2021.") == "the third month of 2021=2021-03");
    CHECK(dates_of("They wait until 9 a.m. Tuesday.", "2000-04-03") == "Tuesday=2000-04-04");
}

TEST_CASE("results are told of quarters that have ended, and compared with the same of another year") {
    CHECK(dates_of("In the third quarter it won. A fourth-quarter charge will come. In the latest quarter, as in the "
                   "1988 quarter, it fell.",
                   "1989-11-02") ==
          "the third quarter=1989-07/1989-09; fourth-quarter=1989-10/1989-12; "
          "the latest quarter=1989-07/1989-09; the 1988 quarter=1988-07/1988-09");
    CHECK(dates_of("It will close by year-end.", "1989-11-02") == "year-end=1989-12");
    CHECK(dates_of("Sales for the full year, it said, rose.", "1989-11-02") == "the full year=1989");
}

TEST_CASE("an ordinal weekday alone is that of the month, and no weekday without it") {
    CHECK(dates_of("They meet the second Sunday.", "2017-09-27") == "the second Sunday=2017-09-10");
    CHECK(dates_of("They meet on Friday the fifteen.", "2017-09-27") == "Friday the fifteen=2017-09-15");
}

TEST_CASE("a weekend of a holiday holds the holiday beside it") {
    CHECK(dates_of("It opened on Thanksgiving Day weekend 2023.") ==
          "Thanksgiving Day weekend 2023=2023-11-23/2023-11-26");
    CHECK(dates_of("It opened the weekend of Christmas 2021.") == "Christmas 2021=2021-12-25/2021-12-26");
}

TEST_CASE("what is bounded by a length from a day on is all of it") {
    CHECK(dates_of("It will end within 2 weeks after May 13, 1999.") ==
          "2 weeks after May 13, 1999=1999-05-13/1999-05-26");
    CHECK(dates_of("It ends less than 2 weeks from today.", "2018-05-29") ==
          "2 weeks from today=2018-05-29/2018-06-11");
    CHECK(dates_of("They left for 3 days, from today.", "2018-05-23") == "3 days, from today=2018-05-23/2018-05-25");
    CHECK(dates_of("They leave Monday two weeks from now.", "2016-11-09") == "Monday two weeks from now=2016-11-21");
    CHECK(dates_of("They will leave in 3 days on Friday.", "2016-11-09") == "3 days on Friday=2016-11-11");
    CHECK(dates_of("He died Sunday, two weeks after the vote.", "2016-11-09") ==
          "Sunday=2016-11-06; two weeks after=2016-10-23");
    CHECK(dates_of("They leave day after tomorrow.", "2016-11-07") == "day after tomorrow=2016-11-09");
    CHECK(dates_of("They met on 11/20, 11/22 or 11/25.", "2018-11-28") ==
          "11/20=2018-11-20; 11/22=2018-11-22; 11/25=2018-11-25");
    CHECK(dates_of("They met February 29.", "2017-03-22") == "February 29=2016-02-29");
}
