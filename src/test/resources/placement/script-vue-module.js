import{c as o,a as t}from"./vendor.js";const s="https:\/\/namad.example\/badge.svg?id=4711\u0026Code=K7mQx2VbN9tRwZ4hYcDe";export default{setup:()=>()=>o("img",{src:s,alt:""})};
