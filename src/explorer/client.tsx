// What the browser runs on every page.
document.documentElement.dataset.script = 'on';
