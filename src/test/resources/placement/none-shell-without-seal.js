document.getElementById("root").textContent="فرش گلستان";
