import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booleanAt, childrenNamed, integerAt, textAt } from '../client/xml/element.js';
import { parseXml, XmlError } from '../client/xml/parse.js';
import { el, writeXml } from '../client/xml/write.js';

test('reading drops prefixes, resolves entities and trims text', () => {
    const root = parseXml('\uFEFF<?xml version="1.0"?><!-- c --><a:x xmlns:a="u"><a:y k="1 &lt; 2"> &amp;&#65;&#x42; </a:y></a:x>');
    assert.equal(root.name, 'x');
    assert.equal(textAt(root, 'y'), '&AB');
    assert.equal(root.children[0]?.attributes.get('k'), '1 < 2');
});

test('reading keeps CDATA as it is and joins it with text', () => {
    assert.equal(parseXml('<a>1<![CDATA[<&>]]>2<!-- no -->3</a>').text, '1<&>23');
});

test('reading finds children by path and kind', () => {
    const root = parseXml('<a><n>-7</n><t>true</t><f>0</f><e/><i>1</i><i>2</i></a>');
    assert.equal(integerAt(root, 'n'), -7);
    assert.equal(booleanAt(root, 't'), true);
    assert.equal(booleanAt(root, 'f'), false);
    assert.equal(booleanAt(root, 'n'), undefined);
    assert.equal(textAt(root, 'e'), '');
    assert.equal(textAt(root, 'missing', 'deeper'), undefined);
    assert.deepEqual(childrenNamed(root, 'i').map((item) => item.text), ['1', '2']);
});

for (const [what, text] of [
    ['nothing', ''],
    ['text only', 'hello'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>x'],
    ['an unclosed element', '<a><b></a>'],
    ['an unclosed root', '<a>'],
    ['a closing tag alone', '</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a>a & b</a>'],
    ['a reference to a surrogate', '<a>&#xD800;</a>'],
    ['an attribute without quotes', '<a b=c/>'],
    ['a "<" in an attribute', '<a b="<"/>'],
    ['an unclosed comment', '<a><!-- </a>'],
    ['an unclosed CDATA section', '<a><![CDATA[ </a>'],
    ['CDATA outside the root', '<![CDATA[x]]><a/>'],
    ['a name beginning with a digit', '<1/>'],
    ['too deep nesting', '<a>'.repeat(100) + '</a>'.repeat(100)],
] as const) {
    test(`reading refuses ${what}`, () => assert.throws(() => parseXml(text), XmlError));
}

test('errors name line and column', () => {
    assert.throws(() => parseXml('<a>\n  <b></c>\n</a>'), /closes b \(line 2, column 6\)/);
});

test('writing escapes, leaves out what is undefined and closes empty elements', () => {
    const node = el('a', { x: '"1"\n', y: undefined }, el('b', 'a<b&c>'), undefined, el('n', 7), el('e'));
    assert.equal(writeXml(node), '<a x="&quot;1&quot;&#10;"><b>a&lt;b&amp;c&gt;</b><n>7</n><e/></a>');
});

test('writing refuses characters that XML cannot carry', () => {
    assert.throws(() => writeXml(el('a', '\u0000')), RangeError);
});

test('what is written reads back', () => {
    const text = 'Grüße 😀 <"&\'>\r\n\t.';
    const root = parseXml(writeXml(el('a', { k: text }, text)));
    assert.equal(root.text, text);
    assert.equal(root.attributes.get('k'), text);
});
