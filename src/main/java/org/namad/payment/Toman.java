package org.namad.payment;

import java.util.Locale;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

import org.springframework.stereotype.Component;

/** Writes amounts of toman as people read them; templates reach it as {@code @toman}. */
@Component
public class Toman {

    /** The amount in words, as receipts have it: {@code صد و هفتاد و پنج هزار تومان}. */
    public String words(long amount, Locale locale) {
        return new RuleBasedNumberFormat(ULocale.forLocale(locale), RuleBasedNumberFormat.SPELLOUT).format(amount)
            + ("fa".equals(locale.getLanguage()) ? " تومان" : " toman");
    }

    /** For example {@code ۱۷۵٬۰۰۰ تومان} or {@code 175,000 toman}. */
    public String text(long amount, Locale locale) {
        boolean persian = "fa".equals(locale.getLanguage());
        NumberFormat format = NumberFormat.getIntegerInstance(persian ? new ULocale("fa_IR") : ULocale.ENGLISH);
        return format.format(amount) + (persian ? " تومان" : " toman");
    }
}
