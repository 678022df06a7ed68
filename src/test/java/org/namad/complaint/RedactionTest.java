package org.namad.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namad.complaint.Redaction.Piece;

class RedactionTest {

    private static final String NAME = "سیده سارا احمدی";
    private static final List<String> REFERENCES = List.of("F-1405", "RR 771 20 IR", "987654", "12");

    @ParameterizedTest
    @DisplayName("R5 R29 What tells who the consumer is, or serves to reach their money, is hidden, however it is typed")
    @CsvSource(delimiter = '|', textBlock = """
        کد ملی من ۰۰۱۲۳۴۵۶۷۹ است | کد ملی من [NATIONAL_ID] است
        ٠٠١٢٣٤٥٦٧٩ | [NATIONAL_ID]
        ID 001-234567-9, please | ID [NATIONAL_ID], please
        کدملی: 1234567890 (یا شماره ملی 12345678) | کدملی: [NATIONAL_ID] (یا شماره ملی [NATIONAL_ID])
        کد‌ملی ۰۰۱۲۳۴۵۶۷۹ ۰۹۱۲۱۲۳۴۵۶۷ | کد‌ملی [NATIONAL_ID] [PHONE]
        با ۰۹۱۲ ۱۲۳ ۴۵ ۶۷ تماس بگیرید | با [PHONE] تماس بگیرید
        شماره‌ام ۰۹۱۲۱۲۳۴۵۶۷ است | شماره‌ام [PHONE] است
        call +98 912-123-4567 now | call [PHONE] now
        0098 912 123 4567 | [PHONE]
        واتساپ 9121234567 | واتساپ [PHONE]
        0912.123.4567 / 0935_123_4567 | [PHONE] / [PHONE]
        دفتر (۰۲۱) ۶۶۰۰۰۰۰۰ | دفتر [PHONE]
        ۰۲۱-۶۶۰۰۰۰۰۰ و 02166000000 | [PHONE] و [PHONE]
        تلفن منزل: ۶۶۰۰۰۰۰۰ | تلفن منزل: [PHONE]
        کارت ۶۰۳۷-۹۹۱۲-۳۴۵۶-۷۸۹۳ | کارت [CARD]
        card 5022 2910 1234 5672. | card [CARD].
        ۵۰۲۲۲۹۱۰۱۲۳۴۵۶۷۲ | [CARD]
        شبا IR۱۶۰۱۲۰۰۰۰۰۰۰۰۰۱۲۳۴۵۶۷۸۹۰ | شبا [ACCOUNT]
        ir16 0120 0000 0000 1234 5678 90 | [ACCOUNT]
        شبا ۱۶۰۱۲۰۰۰۰۰۰۰۰۰۱۲۳۴۵۶۷۸۹۰ به نام من | شبا [ACCOUNT] به نام من
        write to Sara.Ahmadi+shop@mail.example today | write to [EMAIL] today
        به sara@پست.ایران بنویسید | به [EMAIL] بنویسید
        sara (at) mail.example | [EMAIL]
        من سارا احمدی هستم | من [NAME] هستم
        خانم احمدي | خانم [NAME]
        ســـارا، سا‌را، سارا‌جان | [NAME]، [NAME]، [NAME]‌جان
        سیده سارا احمدی | [NAME]
        فاکتور F-۱۴۰۵ و f1405 و F - 1405 | فاکتور [REFERENCE] و [REFERENCE] و [REFERENCE]
        مرسولهٔ RR77120IR نرسید | مرسولهٔ [REFERENCE] نرسید
        کد رهگیری ۱۲۳۴۵۶۷۸ را دارم | کد رهگیری [REFERENCE] را دارم
        شمارهٔ مرجع: ABC-55667 | شمارهٔ مرجع: [REFERENCE]
        شمارهٔ پیگیری پرداخت ۹۸۷۶۵۴ بود | شمارهٔ پیگیری پرداخت [REFERENCE] بود
        tracking number 4455-6677 | tracking number [REFERENCE]
        فاکتور 12 و 12 روز | فاکتور [REFERENCE] و 12 روز
        ۲۱۱۵۵۰۰۱۲۳۴۵۶۷۸۹۰۱۲۳۴ | [REFERENCE]
        """)
    void hidden(String text, String expected) {
        assertThat(publicly(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @DisplayName("R29 The story itself stays: amounts, dates, counts, other people's words, other languages")
    @ValueSource(strings = {
        "در ۱۴۰۵/۰۹/۰۱ ساعت ۱۴:۳۰ مبلغ ۱٬۲۵۰٬۰۰۰٬۰۰۰ ریال پرداختم",
        "1,250,000,000 rials on 2026-11-22 at 14:30",
        "فاکتور به مبلغ ۱۲۵۰۰۰۰ تومان در تاریخ ۱۴۰۵/۰۹/۰۱",
        "فاکتور ۲۵۰۰۰۰۰ تومان بود",
        "12500000 تومان، 3 کالا، 15 روز، ۹۶ ساعت",
        "مدل 1234567890123456 (سریال دستگاه)",
        "پیگیری کردم، ۱۵ روز گذشت",
        "ساراب و نوساران و احمدیان", "نشانی @shop و قیمت 5 @ 3", "🙂 سلام 𝟙𝟚 متن", "سیب ۲ کیلو - موز ۳ کیلو",
        "پلاک ۷ واحد ۱۲ طبقهٔ ۳"
    })
    void shown(String text) {
        assertThat(publicly(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("R29 Whatever is left keeps its letters as written, and nothing comes of nothing")
    void asWritten() {
        assertThat(publicly("ي ك ۱۲\n𝟗 مي‌رسد ۰۹۱۲۱۲۳۴۵۶۷\n")).isEqualTo("ي ك ۱۲\n𝟗 مي‌رسد [PHONE]\n");
        assertThat(Redaction.of(null, NAME, REFERENCES)).isEmpty();
        assertThat(publicly("سارا", "")).isEqualTo("سارا");
        assertThat(publicly("Mr (A.*) wrote", "Bo (A.*)")).isEqualTo("Mr [NAME] wrote");
    }

    private static String publicly(String text) {
        return publicly(text, NAME);
    }

    private static String publicly(String text, String name) {
        return Redaction.of(text, name, REFERENCES).stream().map(RedactionTest::shown).collect(Collectors.joining());
    }

    private static String shown(Piece piece) {
        return piece.hidden() == null ? piece.text() : "[" + piece.hidden() + "]";
    }
}
