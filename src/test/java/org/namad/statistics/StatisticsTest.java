package org.namad.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.FiledComplaints;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.complaint.Complaints;
import org.namad.figure.Figure;
import org.namad.figure.Figure.Row;
import org.namad.issuance.Applications;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@NamadTest
class StatisticsTest {

    @Autowired MockMvc http;
    @Autowired TestData data;
    @Autowired FiledComplaints filed;
    @Autowired SealRegister register;
    @Autowired SealFigures seals;
    @Autowired CaseFigures cases;
    @Autowired Statistics statistics;
    @Autowired Complaints complaints;
    @Autowired Applications applications;
    @Autowired NamadClock clock;
    @Autowired JdbcTemplate database;

    @Test
    @DisplayName("R30 Seals issued, in force, suspended, revoked and given back are those of the register")
    void register() {
        data.issuedSeal();
        Row before = last(seals.byYear(clock.instant()));
        Row measures = last(seals.takenByYear(clock.instant()));
        double inTehran = province("تهران");

        data.issuedSeal();
        register.suspend(data.issuedSeal().id(), "آزمون");
        register.revoke(data.issuedSeal().id(), "آزمون");
        Seal returned = data.issuedSeal();
        register.suspend(returned.id(), "آزمون");
        register.reinstate(returned.id());

        Instant now = clock.instant().plusMillis(1);
        assertThat(last(seals.byYear(now)).values()).containsExactly(before.values().get(0) + 4, before.values().get(1) + 2);
        assertThat(last(seals.takenByYear(now)).values()).containsExactly(measures.values().get(0) + 2,
            measures.values().get(1) + 1, measures.values().get(2) + 1);
        assertThat(province("تهران")).isEqualTo(inTehran + 2);
        assertThat(last(seals.byYear(now)).values().get(1)).isEqualTo(count("select count(*) from seal where "
            + "status = 'ACTIVE' and issued_at < ? and expires_at > ?", utc(now), utc(now)));
        assertThat(seals.byProvince(now).rows().stream().mapToDouble(row -> row.values().get(0)).sum())
            .isEqualTo(last(seals.byYear(now)).values().get(1));
    }

    private double province(String name) {
        return seals.byProvince(clock.instant()).rows().stream().filter(row -> row.code().equals(name))
            .mapToDouble(row -> row.values().get(0)).findFirst().orElse(0);
    }

    @Test
    @DisplayName("R30 A seal that expired and was issued anew keeps its place in the year of its first issue")
    void issuedAnew() {
        Instant past = clock.instant().minus(Duration.ofDays(3 * 366));
        Seal seal = data.issuedSeal();
        database.update("update seal set issued_at = ?, expires_at = ? where id = ?", utc(past),
            utc(past.plus(Duration.ofDays(731))), seal.id());
        List<Double> before = seals.byYear(clock.instant()).rows().stream().map(row -> row.values().get(0)).toList();
        register.issue(seal.id(), Period.ofYears(2));
        List<Double> after = seals.byYear(clock.instant().plusMillis(1)).rows().stream().map(row -> row.values().get(0)).toList();
        assertThat(after.subList(0, after.size() - 1)).isEqualTo(before.subList(0, before.size() - 1));
        assertThat(after.get(after.size() - 1)).isEqualTo(before.get(before.size() - 1) + 1);
    }

    @Test
    @DisplayName("R3 R6 Reasons, median delay and share in time are those of the complaints")
    void complaints() {
        Seal seal = data.issuedSeal();
        Row before = last(cases.answers(clock.instant()));
        filed.settled(seal);
        filed.ruled(seal, false);
        filed.unanswered(seal, 2);
        filed.open(seal, 1);

        List<Double> shares = cases.reasons().rows().stream().map(row -> row.values().get(0)).toList();
        double counting = count("select count(*) from complaint where status not in ('SET_ASIDE', 'SCREENED_OUT')");
        assertThat(shares.get(0)).isCloseTo(100 * count("select count(*) from complaint where status not in "
            + "('SET_ASIDE', 'SCREENED_OUT') and reason = 'NOT_DELIVERED'") / counting, within(1e-9));
        assertThat(shares.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(100, within(1e-9));

        Row after = last(cases.answers(clock.instant()));
        assertThat(after.values().get(2)).isEqualTo(before.values().get(2) + 5);
        assertThat(after.values().get(1)).isBetween(0.0, 100.0);
        assertThat(complaints.answeringSince(clock.instant().minusSeconds(60))).filteredOn(Complaints.Answering::late)
            .allSatisfy(late -> assertThat(late.points()).isPositive()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("N13 The meter leaves out the time that the applicant took")
    void issuance() {
        Row before = last(cases.issuance(clock.instant()));
        Instant end = clock.instant().minusMillis(clock.instant().toEpochMilli() % 1000);
        issued(900_000_001, end);

        assertThat(applications.issuedSince(end)).contains(
            new Applications.Issued(end, Duration.ofMinutes(10), Duration.ofMinutes(150)));
        Row after = last(cases.issuance(clock.instant()));
        assertThat(after.values().get(2)).isEqualTo(before.values().get(2) + 1);
        assertThat(after.values().get(1)).isPositive();
    }

    /** An application whose seal was issued at {@code end}, after ten minutes of ours and 140 of the applicant's. */
    private void issued(long id, Instant end) {
        database.update("insert into application (id, version, submission_id, applicant_id, kind, business_name, title, "
            + "domain, activity, licence_number, province, city, address, phone, sells_to_visitors, payment_gateway, "
            + "postal_validation, placement_help, stage, submitted_at, closed_at) values (?, 0, ?, ?, "
            + "'NATURAL', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', true, true, false, false, 'ISSUED', ?, ?)",
            id, "statistics-" + id, data.person().id(), utc(end.minusSeconds(9000)), utc(end));
        stage(id, 0, "CHECKS", end.minusSeconds(9000));
        stage(id, 1, "PAYMENT", end.minusSeconds(8400));
        stage(id, 2, "ISSUED", end);
    }

    private void stage(long id, int position, String stage, Instant since) {
        database.update("insert into application_stage (application_id, position, stage, since) values (?, ?, ?, ?)",
            id, position, stage, utc(since));
    }

    @Test
    @DisplayName("R6 R30 The page shows every figure in both languages: plot with title and description, table, file")
    void page() throws Exception {
        data.issuedSeal();
        for (String language : List.of("fa", "en")) {
            Document page = page(language);
            assertThat(page.text()).doesNotContain("??");
            assertThat(page.select("section.statistic")).extracting(Element::id).containsExactly(
                statistics.edition().figures().stream().map(Figure::key).toArray(String[]::new));
            assertThat(page.select("svg.plot")).isNotEmpty().allSatisfy(plot -> {
                assertThat(plot.attr("role")).isEqualTo("img");
                for (String id : plot.attr("aria-labelledby").split(" ")) {
                    assertThat(page.getElementById(id).text()).isNotBlank();
                }
                assertThat(plot.attr("direction")).isEqualTo(language.equals("fa") ? "rtl" : "ltr");
            });
            Element value = page.selectFirst("#e-commerce");
            assertThat(value.select("table td").eachText()).isEqualTo(
                language.equals("fa") ? List.of("۱۵۹", "۲۰۸") : List.of("159", "208"));
            assertThat(value.select("a[download]").attr("href")).isEqualTo("/statistics/e-commerce.csv");
            // Time runs from where reading begins.
            List<Double> bars = value.select("rect.bar").eachAttr("x").stream()
                .map(x -> Double.valueOf(x.replace("%", ""))).toList();
            assertThat(bars.get(0) > bars.get(1)).isEqualTo(language.equals("fa"));
        }
    }

    @Test
    @DisplayName("R30 Every figure is there as CSV with columns that no language changes; other files are not there")
    void files() throws Exception {
        String persian = csv("e-commerce", "fa");
        assertThat(persian).isEqualTo("\ufeffسال,نخستین روز (میلادی),ارزش (هزار میلیارد تومان)\r\n"
            + "1396,2017-03-21,159\r\n1397,2018-03-21,208\r\n");
        assertThat(csv("e-commerce", "en").lines().skip(1)).isEqualTo(persian.lines().skip(1).toList());
        assertThat(csv("reasons", "en").lines().skip(1).findFirst().orElseThrow())
            .startsWith("NOT_DELIVERED,Goods or service not delivered,").contains(",37,");
        for (Figure figure : statistics.edition().figures()) {
            assertThat(csv(figure.key(), "fa").lines()).hasSize(figure.rows().size() + 1);
        }
        http.perform(get("/statistics/passwords.csv")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("R6 R30 Each figure that is promised has its plot, its table and its file, with what happened in it")
    void promised() throws Exception {
        Seal seal = data.issuedSeal();
        filed.settled(seal);
        issued(900_000_002, clock.instant());
        clock.moveBy(Duration.ofMinutes(6));
        Map<String, String> columns = Map.of("seals", "صادرشده در سال", "provinces", "نماد معتبر", "reasons", "شمار شکایت‌ها",
            "answers", "میانهٔ زمان پاسخ (ساعت)", "issuance", "میانهٔ زمان صدور (دقیقه)", "forgeries", "نماد جعلی",
            "e-commerce", "ارزش (هزار میلیارد تومان)");
        Document page = page("fa");
        for (String key : columns.keySet()) {
            Element figure = page.getElementById(key);
            assertThat(figure.select("svg.plot")).as(key).isNotEmpty();
            assertThat(figure.select("svg.plot rect.bar")).as(key).isNotEmpty();
            assertThat(figure.select("thead th").eachText()).as(key).contains(columns.get(key));
            assertThat(figure.select("tbody tr")).as(key).isNotEmpty();
            assertThat(figure.select("tbody td").text()).as(key).containsPattern("[۱-۹]");
            assertThat(csv(key, "fa").lines()).as(key).hasSize(figure.select("tbody tr").size() + 1);
            assertThat(figure.select("a[download]").attr("href")).isEqualTo("/statistics/" + key + ".csv");
        }
    }

    private Document page(String language) throws Exception {
        return Jsoup.parse(http.perform(get("/statistics").param("lang", language)).andExpect(status().isOk())
            .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private String csv(String figure, String language) throws Exception {
        return http.perform(get("/statistics/{figure}.csv", figure).param("lang", language)).andExpect(status().isOk())
            .andExpect(content().contentType("text/csv;charset=UTF-8"))
            .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static Row last(Figure figure) {
        return figure.rows().get(figure.rows().size() - 1);
    }

    private double count(String query, Object... arguments) {
        return database.queryForObject(query, Double.class, arguments);
    }

    private static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
