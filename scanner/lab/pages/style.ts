/** The look of every shop in the lab: system fonts, no request of its own. */
export const style = `
:root{--ink:#1d2a2c;--soft:#56676a;--line:#d9e0de;--paper:#fbfaf7;--accent:#1f6f6b;--accent-ink:#fff;--warm:#e8a04c}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.bar{display:flex;justify-content:space-between;align-items:center;gap:24px;padding:18px 40px;border-bottom:1px solid var(--line);background:#fff}
.brand{font-weight:700;font-size:19px;letter-spacing:-.01em;color:var(--ink);text-decoration:none}
.progress{display:flex;gap:8px;margin:0;padding:0;list-style:none;font-size:13px;color:var(--soft)}
.progress li{padding:3px 12px;border-radius:99px;border:1px solid var(--line)}
.progress .done{border-color:var(--accent);color:var(--accent)}
.progress [aria-current]{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}
main{flex:1;width:100%;max-width:1120px;margin:0 auto;padding:56px 40px 72px}
main.two{display:grid;grid-template-columns:1.1fr .9fr;gap:56px;align-items:center}
.words{max-width:600px}
figure{margin:0}
figure img{display:block;width:100%;height:auto;border-radius:18px}
.kicker{margin:0 0 8px;color:var(--accent);font-weight:600;font-size:14px;text-transform:uppercase;letter-spacing:.08em}
h1{margin:0 0 16px;font-size:44px;line-height:1.12;letter-spacing:-.025em}
h2{margin:32px 0 8px;font-size:22px;letter-spacing:-.01em}
p{margin:0 0 16px}
ul{margin:0 0 20px;padding-left:22px}
li{margin:4px 0}
form{display:grid;gap:12px;margin:24px 0;padding:24px;border:1px solid var(--line);border-radius:14px;background:#fff}
label{display:grid;gap:4px;font-size:14px;font-weight:600}
input:not([type=checkbox]){padding:11px 14px;border:1px solid #b9c5c2;border-radius:9px;font:inherit;font-weight:400;background:#fff}
button,.onward{display:inline-block;padding:12px 22px;border:1px solid var(--accent);border-radius:9px;background:var(--accent);color:var(--accent-ink);font:inherit;font-size:16px;font-weight:600;line-height:1.3;text-decoration:none;cursor:pointer}
.onward{background:none;color:var(--accent)}
button:focus-visible,a:focus-visible,input:focus-visible{outline:3px solid var(--warm);outline-offset:2px}
.price{font-size:34px;font-weight:700;letter-spacing:-.02em}
.price small{font-size:16px;font-weight:400;color:var(--soft)}
table{width:100%;border-collapse:collapse;margin:16px 0 8px}
td{padding:10px 0;border-bottom:1px solid var(--line)}
td:last-child{text-align:right;font-variant-numeric:tabular-nums}
blockquote{margin:24px 0;padding:4px 0 4px 18px;border-left:4px solid var(--warm);color:var(--soft)}
footer{display:flex;justify-content:space-between;gap:24px;padding:22px 40px;border-top:1px solid var(--line);color:var(--soft);font-size:14px}
footer a{color:inherit}
#consent{position:fixed;right:24px;bottom:24px;width:min(560px,calc(100vw - 48px));padding:24px 26px;border:1px solid var(--line);border-radius:16px;background:#fff;box-shadow:0 18px 60px rgb(20 40 40/.22);font-size:15px}
#consent[hidden],#consent [hidden]{display:none}
#consent h2{margin:0 0 8px;font-size:20px}
.choices{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:10px;margin-top:18px}
.choices button{padding:10px 18px;font-size:15px}
.onward{margin-top:8px}
.choices [data-consent=settings]{margin-right:auto;background:none;color:var(--accent);border-color:transparent}
.toggle{display:flex;align-items:flex-start;gap:12px;padding:10px 0;border-bottom:1px solid var(--line);font-weight:400}
.toggle input{width:18px;height:18px;margin-top:2px;accent-color:var(--accent)}
@media (max-width:820px){main.two{grid-template-columns:1fr}h1{font-size:34px}.progress{display:none}.bar,main,footer{padding-left:22px;padding-right:22px}}
`
