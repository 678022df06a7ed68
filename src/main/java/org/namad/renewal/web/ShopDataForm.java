package org.namad.renewal.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.namad.language.PersianText;
import org.namad.party.Business;
import org.namad.renewal.ShopData;
import org.namad.seal.Seal;

/** What the holder brings up to date, as typed. */
class ShopDataForm {

    @NotBlank(message = "{renewal.page.missing}")
    @Pattern(regexp = "|\\+?[0-9][0-9 -]{4,18}", message = "{renewal.page.phone.wrong}")
    private String phone;
    @NotBlank(message = "{renewal.page.missing}")
    private String province;
    @NotBlank(message = "{renewal.page.missing}")
    @Size(max = 60, message = "{renewal.page.long}")
    private String city;
    @NotBlank(message = "{renewal.page.missing}")
    @Size(max = 500, message = "{renewal.page.long}")
    private String address;
    @Pattern(regexp = "|[0-9]{1,9}", message = "{renewal.page.transactions.wrong}")
    private String monthlyTransactions = "";

    static ShopDataForm of(Seal seal) {
        Business business = seal.business();
        ShopDataForm form = new ShopDataForm();
        form.phone = business.phone();
        form.province = business.province();
        form.city = business.city();
        form.address = business.address();
        form.monthlyTransactions = seal.monthlyTransactions() == null ? "" : seal.monthlyTransactions().toString();
        return form;
    }

    ShopData toData() {
        return new ShopData(phone, province, city, address,
            monthlyTransactions.isEmpty() ? null : Integer.valueOf(monthlyTransactions));
    }

    public String getPhone() {
        return phone;
    }

    /** Folds Persian digits, so that the number may be typed with them (N15). */
    public void setPhone(String phone) {
        this.phone = PersianText.digits(phone).strip();
    }

    public String getProvince() {
        return province;
    }

    public void setProvince(String province) {
        this.province = province;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getMonthlyTransactions() {
        return monthlyTransactions;
    }

    /** Folds Persian digits and takes grouping marks out (N15). */
    public void setMonthlyTransactions(String monthlyTransactions) {
        this.monthlyTransactions = PersianText.digits(monthlyTransactions).replaceAll("[\\s,٬،]", "");
    }
}
