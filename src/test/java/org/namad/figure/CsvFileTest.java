package org.namad.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "=1+1|'=1+1", "+98|'+98", "@SUM(A1)|'@SUM(A1)", "-2+3|'-2+3", "-cmd|'-cmd", "--1|'--1",
        "-12|-12", "-0.5|-0.5", "42|42", "shop.example|shop.example", "a-b=c|a-b=c"})
    @DisplayName("Text that a spreadsheet would take for a formula is kept text; numbers stay numbers, also below zero")
    void formulas(String cell, String written) {
        assertThat(written(cell)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"=1+1|\"'=1+1%n2\"", "-1|\"'-1%n2\"", "one|\"one%n2\""})
    @DisplayName("A line break in a cell hides no formula and ends no line")
    void lineBreaks(String firstLine, String written) {
        assertThat(written(firstLine + "\n2")).isEqualTo(written.replace("%n", "\n"));
    }

    private static String written(String cell) {
        String file = CsvFile.of(List.of("head"), List.of(List.of(cell)));
        assertThat(file).startsWith("\ufeffhead\r\n").endsWith("\r\n");
        return file.substring("\ufeffhead\r\n".length(), file.length() - 2);
    }
}
