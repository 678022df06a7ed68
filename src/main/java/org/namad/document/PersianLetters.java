package org.namad.document;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;

/**
 * Joins letters: gives each the form that it has at the beginning, in the middle or at the end of a word. PDF shows
 * letters as they are told to it, and ICU's own shaping leaves the letters out that Persian has and Arabic has not
 * (پ چ ژ گ) or writes differently (ک ی).
 */
class PersianLetters extends ICUBidiReorderer {

    private static final char HAMZA_ABOVE = '\u0654';
    private static final char HEH = '\u0647';
    private static final char HEH_WITH_HAMZA = '\u06c0';
    private static final char LAM = '\u0644';
    private static final Map<Integer, Map<String, Character>> FORMS = forms();

    /** By kind of form: the letters (two for lam with alef) and the character that shows them so. */
    private static Map<Integer, Map<String, Character>> forms() {
        Normalizer2 compatibility = Normalizer2.getNFKDInstance();
        Map<Integer, Map<String, Character>> forms = new HashMap<>();
        for (char shape = '\ufb50'; shape <= '\ufefc'; shape++) {
            int kind = UCharacter.getIntPropertyValue(shape, UProperty.DECOMPOSITION_TYPE);
            String letters = compatibility.getRawDecomposition(shape);
            if (letters != null && (letters.length() == 1 || letters.length() == 2 && letters.charAt(0) == LAM)) {
                forms.computeIfAbsent(kind, any -> new HashMap<>()).putIfAbsent(letters, shape);
            }
        }
        return forms;
    }

    /** The text in which each letter has its form; the letters' order stays as it is. */
    @Override
    public String shapeText(String text) {
        String written = text.replace("" + HEH + HAMZA_ABOVE, "" + HEH_WITH_HAMZA);
        StringBuilder shaped = new StringBuilder(written.length());
        boolean joinsBefore = false;
        for (int i = 0; i < written.length(); i++) {
            char letter = written.charAt(i);
            int joining = joining(letter);
            if (joining == JoiningType.TRANSPARENT) {
                shaped.append(letter);
                continue;
            }
            String letters = String.valueOf(letter);
            if (letter == LAM && i + 1 < written.length()) {
                String withNext = written.substring(i, i + 2);
                if (FORMS.get(DecompositionType.ISOLATED).containsKey(withNext)) {
                    letters = withNext;
                    joining = JoiningType.RIGHT_JOINING;
                    i++;
                }
            }
            boolean fromBefore = joinsBefore && (joining == JoiningType.DUAL_JOINING
                || joining == JoiningType.RIGHT_JOINING);
            boolean toNext = joining == JoiningType.DUAL_JOINING && joinsOn(written, i + 1);
            shaped.append(form(letters, fromBefore, toNext));
            joinsBefore = joining == JoiningType.DUAL_JOINING || joining == JoiningType.JOIN_CAUSING;
        }
        return shaped.toString();
    }

    /** The letters as they are where the form is unknown, or isolated and thus that of the letter itself. */
    private static String form(String letters, boolean fromBefore, boolean toNext) {
        int kind = fromBefore && toNext ? DecompositionType.MEDIAL : fromBefore ? DecompositionType.FINAL
            : toNext ? DecompositionType.INITIAL : DecompositionType.ISOLATED;
        if (kind == DecompositionType.ISOLATED && letters.length() == 1) {
            return letters;
        }
        Character form = FORMS.get(kind).get(letters);
        return form == null ? letters : String.valueOf(form);
    }

    private static boolean joinsOn(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            int joining = joining(text.charAt(i));
            if (joining != JoiningType.TRANSPARENT) {
                return joining == JoiningType.DUAL_JOINING || joining == JoiningType.RIGHT_JOINING
                    || joining == JoiningType.JOIN_CAUSING;
            }
        }
        return false;
    }

    private static int joining(char letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }

    /** The letters without their forms. */
    @Override
    public String deshapeText(String text) {
        return text.chars().mapToObj(shape -> shape < '\ufb50' || shape > '\ufefc' ? Character.toString(shape)
            : Normalizer2.getNFKCInstance().normalize(Character.toString(shape)))
            .collect(Collectors.joining());
    }
}
