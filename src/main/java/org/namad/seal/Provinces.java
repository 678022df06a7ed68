package org.namad.seal;

import java.util.List;

/** The provinces of Iran, by which seals are looked for and counted. */
public final class Provinces {

    /**
     * A province.
     *
     * @param name    in Persian, as it stands in the data of businesses
     * @param english the usual Latin spelling
     */
    public record Province(String name, String english) {

        /** Its name for a reader of {@code language}, {@code fa} or {@code en}. */
        public String in(String language) {
            return language.equals("en") ? english : name;
        }
    }

    /** All of them, in the order of the Persian alphabet. */
    public static final List<Province> ALL = List.of(
        new Province("آذربایجان شرقی", "East Azerbaijan"), new Province("آذربایجان غربی", "West Azerbaijan"),
        new Province("اردبیل", "Ardabil"), new Province("اصفهان", "Isfahan"), new Province("البرز", "Alborz"),
        new Province("ایلام", "Ilam"), new Province("بوشهر", "Bushehr"), new Province("تهران", "Tehran"),
        new Province("چهارمحال و بختیاری", "Chaharmahal and Bakhtiari"),
        new Province("خراسان جنوبی", "South Khorasan"), new Province("خراسان رضوی", "Razavi Khorasan"),
        new Province("خراسان شمالی", "North Khorasan"), new Province("خوزستان", "Khuzestan"),
        new Province("زنجان", "Zanjan"), new Province("سمنان", "Semnan"),
        new Province("سیستان و بلوچستان", "Sistan and Baluchestan"), new Province("فارس", "Fars"),
        new Province("قزوین", "Qazvin"), new Province("قم", "Qom"), new Province("کردستان", "Kurdistan"),
        new Province("کرمان", "Kerman"), new Province("کرمانشاه", "Kermanshah"),
        new Province("کهگیلویه و بویراحمد", "Kohgiluyeh and Boyer-Ahmad"), new Province("گلستان", "Golestan"),
        new Province("گیلان", "Gilan"), new Province("لرستان", "Lorestan"), new Province("مازندران", "Mazandaran"),
        new Province("مرکزی", "Markazi"), new Province("هرمزگان", "Hormozgan"), new Province("همدان", "Hamadan"),
        new Province("یزد", "Yazd"));

    private Provinces() {
    }
}
