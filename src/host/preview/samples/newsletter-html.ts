/** A newsletter as they come: tables for layout, a script, a tracking pixel, styles that leave their mail. Nothing of it may act. */
export const newsletterHtml = `<!doctype html><html><head><title>Nordic Trade News</title>
<style>body{background:#0b3d2e} .btn{background:#e8b23a;color:#111;padding:8px 14px} * {font-family:Georgia,serif}</style>
<script>document.title = 'changed by a mail'; parent.postMessage('hello from a mail', '*');</script>
<meta http-equiv="refresh" content="0;url=https://tracker.nordictrade.example/go"></head>
<body onload="alert('a mail ran')">
<div style="display:none;max-height:0">Logistics prices fall, and five more stories</div>
<table width="600" align="center" bgcolor="#ffffff" cellpadding="16"><tr><td>
<img src="https://tracker.nordictrade.example/logo.png" alt="Nordic Trade News" width="200">
<h1>Logistics prices fall for the third month</h1>
<p>Sea freight between Turku and Stockholm is 8&nbsp;% cheaper than a year ago. Carriers expect the level to hold until spring.</p>
<p><a class="btn" href="https://tracker.nordictrade.example/click?id=42" onclick="alert('a link ran')">Read more</a></p>
<h2>Also this week</h2>
<ul><li>Solar on warehouse roofs: what the new grant covers</li><li>Five customs forms that go digital in January</li></ul>
<form action="https://tracker.nordictrade.example/subscribe"><input name="email" placeholder="Your address"><button>Subscribe</button></form>
<iframe src="https://tracker.nordictrade.example/frame"></iframe>
</td></tr></table>
<img src="https://tracker.nordictrade.example/open.gif?who=anna" width="1" height="1" onerror="alert('an image ran')">
<svg onload="alert('a drawing ran')"><script>alert('a drawing ran')</script></svg>
</body></html>`;
