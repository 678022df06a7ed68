package org.namad.demo.simulators;

import java.text.NumberFormat;
import java.util.Locale;

/** The pages of the simulators. */
final class Pages {

    private static final String STYLE = """
        body{margin:0;font-family:Vazirmatn,Tahoma,sans-serif;background:#f6f4f0;color:#222;line-height:1.8}
        main,header div,footer div{max-width:60rem;margin:auto;padding:1rem 1.25rem}
        header{background:var(--c);color:#fff}header h1{margin:0;font-size:1.6rem}header p{margin:0;opacity:.85}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:1rem}
        .card{background:#fff;border:1px solid #e2ddd4;border-radius:.75rem;padding:1rem}
        .picture{height:6.5rem;border-radius:.5rem;margin-bottom:.75rem;background:linear-gradient(135deg,var(--c),#d9cfbf)}
        .price{font-weight:bold;color:var(--c)}
        button{font:inherit;border:0;border-radius:.5rem;padding:.5rem 1.25rem;background:var(--c);color:#fff;cursor:pointer}
        button.plain{background:#e9e5dd;color:#222}
        footer{border-top:1px solid #e2ddd4;margin-top:2rem;background:#fff}
        footer div{display:flex;justify-content:space-between;align-items:center;gap:1rem;flex-wrap:wrap}
        .seal{min-height:5rem;min-width:5rem}.seal img{height:7rem}
        textarea{width:100%;box-sizing:border-box;font:13px monospace;direction:ltr;text-align:left}
        details{margin-top:2rem}summary{cursor:pointer;color:#666}.muted{color:#666;font-size:.9rem}
        .narrow{max-width:28rem;margin:3rem auto}.sum{font-size:1.8rem;font-weight:bold;margin:.5rem 0}
        form.actions{display:flex;gap:.75rem;margin-top:1.5rem}
        """;

    private Pages() {
    }

    /** A shop with its products (R25), its snippet in the corner, and the form to paste one. */
    static String shop(String domain, String snippet) {
        Trade.Shop shop = Trade.shop(domain);
        Trade trade = Trade.of(shop.activity());
        String name = Call.escape(shop.title());
        StringBuilder products = new StringBuilder();
        for (Trade.Product product : trade.products()) {
            products.append("""
                <article class="card"><div class="picture"></div><h3>%s</h3>
                <p class="price">%s تومان</p><button type="button">افزودن به سبد</button></article>
                """.formatted(product.name(), persian(product.toman())));
        }
        return page(name, trade.colour(), """
            <header><div><h1>%s</h1><p>%s</p></div></header>
            <main><h2>کالاهای فروشگاه</h2><div class="grid">%s</div>
            <details><summary>ویرایش صفحه (ویژه صاحب این فروشگاه نمونه)</summary>
            <form method="post" action="/shops/%s/snippet">
            <p><label for="snippet">کد نماد را همین‌جا بچسبانید تا پایین صفحه نمایش داده شود:</label></p>
            <textarea id="snippet" name="snippet" rows="5">%s</textarea>
            <p><button>ذخیره</button></p></form></details></main>
            <footer><div><p class="muted">%s<br><bdi dir="ltr">%s</bdi><br>این یک فروشگاه نمونه است.</p>
            <div class="seal">%s</div></div></footer>
            """.formatted(name, trade.motto(), products, domain, Call.escape(snippet), name, domain, snippet));
    }

    /** The gateway's page where the payer pays or cancels. */
    static String payment(long toman, String description, String authority) {
        return page("پرداخت", "#b07d12", """
            <header><div><h1>درگاه پرداخت آزمایشی</h1><p>پولی جابه‌جا نمی‌شود.</p></div></header>
            <main><div class="card narrow"><p class="muted">بابت</p><p>%s</p>
            <p class="muted">مبلغ</p><p class="sum">%s تومان</p>
            <p class="muted">کارت <bdi dir="ltr">6037 99** **** 1234</bdi></p>
            <form method="post" action="/pg/StartPay/%s" class="actions">
            <button name="action" value="pay">پرداخت</button>
            <button name="action" value="cancel" class="plain">انصراف</button></form></div></main>
            """.formatted(Call.escape(description), persian(toman), authority));
    }

    /** A page that says one thing. */
    static String notice(String title, String text) {
        return page(title, "#444", "<main><div class=\"card narrow\"><h1>%s</h1><p>%s</p></div></main>"
            .formatted(title, text));
    }

    private static String page(String title, String colour, String body) {
        return """
            <!DOCTYPE html>
            <html lang="fa" dir="rtl"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
            <style>:root{--c:%s}%s</style></head><body>%s</body></html>
            """.formatted(title, colour, STYLE, body);
    }

    private static String persian(long number) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("fa-u-nu-arabext")).format(number);
    }
}
