#include "common/xml_scan/scan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace ctiengine::xml_scan {
namespace {

using namespace std::string_literals;

struct Refused {
    const char* name;
    std::string text;
    Reason reason;
    std::size_t offset;
};
void PrintTo(const Refused& row, std::ostream* out) {
    *out << row.name;
}
const auto name_of_row = [](const auto& info) { return std::string(info.param.name); };

class ScanRefuses : public ::testing::TestWithParam<Refused> {};

TEST_P(ScanRefuses, AndSaysWhyAndWhere) {
    const auto fault = find_fault(GetParam().text);
    ASSERT_TRUE(fault.has_value());
    EXPECT_EQ(to_string(fault->reason), to_string(GetParam().reason)) << fault->why;
    EXPECT_EQ(fault->offset, GetParam().offset) << fault->why;
}

INSTANTIATE_TEST_SUITE_P(
    Attacks,
    ScanRefuses,
    ::testing::Values(
        Refused{"InternalEntity", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", Reason::Doctype, 0},
        Refused{"ExternalEntity", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", Reason::Doctype, 0},
        Refused{"DoctypeInLowerCase", "<!doctype a><a/>", Reason::Doctype, 0},
        Refused{"DoctypeInside", "<a><!DOCTYPE b></a>", Reason::Doctype, 3},
        Refused{"EntityDeclarationInside", "<a><!ENTITY x 'y'></a>", Reason::Doctype, 3},
        Refused{"IgnoredSection", "<![IGNORE[<![IGNORE[", Reason::Doctype, 0},
        Refused{"UnknownEntity", "<a>&foo;</a>", Reason::Entity, 3},
        Refused{"UnknownEntityInAttribute", "<a b='&foo;'/>", Reason::Entity, 6},
        Refused{"BareAmpersand", "<a>R&D</a>", Reason::Entity, 4},
        Refused{"EntityInWrongCase", "<a>&LT;</a>", Reason::Entity, 3},
        Refused{"EntityWithoutSemicolon", "<a>&lt </a>", Reason::Entity, 3},
        Refused{"DuplicateAttribute", "<a b='1' c='2' b='3'/>", Reason::DuplicateAttribute, 15},
        Refused{"TwoRoots", "<a/><b/>", Reason::SecondRoot, 4},
        Refused{"TextBeforeRoot", "x<a/>", Reason::TextOutsideRoot, 0},
        Refused{"TextAfterRoot", "<a/> x", Reason::TextOutsideRoot, 5},
        Refused{"CdataOutsideRoot", "<a/><![CDATA[x]]>", Reason::TextOutsideRoot, 4},
        Refused{"LessThanInAttribute", "<a b='x<y'/>", Reason::Syntax, 7},
        Refused{"NumberOfNul", "<a>A&#0;B</a>", Reason::ForbiddenCharacter, 4},
        Refused{"NumberOfControlCharacter", "<a>&#1;</a>", Reason::ForbiddenCharacter, 3},
        Refused{"NumberOfSurrogate", "<a>&#xD800;</a>", Reason::ForbiddenCharacter, 3},
        Refused{"NumberBeyondUnicode", "<a>&#x7fffffff;</a>", Reason::ForbiddenCharacter, 3},
        Refused{"NumberThatWouldOverflow", "<a>&#4294967361;</a>", Reason::ForbiddenCharacter, 3},
        Refused{"NumberOfNonCharacter", "<a>&#xFFFF;</a>", Reason::ForbiddenCharacter, 3},
        Refused{"NumberWithoutDigits", "<a>&#;</a>", Reason::Entity, 3},
        Refused{"HexNumberWithoutDigits", "<a>&#x;</a>", Reason::Entity, 3},
        Refused{"HexNumberWithCapitalX", "<a>&#X41;</a>", Reason::Entity, 3},
        Refused{"RawNul", "<a>A\0B</a>"s, Reason::ForbiddenCharacter, 4},
        Refused{"RawControlCharacter", "<a>\x01</a>", Reason::ForbiddenCharacter, 3},
        Refused{"RawControlInAttribute", "<a b='\x1b'/>", Reason::ForbiddenCharacter, 6},
        Refused{"RawControlInComment", "<a><!--\x02--></a>", Reason::ForbiddenCharacter, 7},
        Refused{"ProcessingInstruction", "<?go now?><a/>", Reason::ProcessingInstruction, 0},
        Refused{"ProcessingInstructionInside", "<a><?php x?></a>", Reason::ProcessingInstruction, 3},
        Refused{"StylesheetInstruction", "<?xml-stylesheet href='x'?><a/>", Reason::ProcessingInstruction, 0}
    ),
    name_of_row
);

INSTANTIATE_TEST_SUITE_P(
    Encodings,
    ScanRefuses,
    ::testing::Values(
        Refused{"LoneContinuation", "<a>\x80</a>", Reason::NotUtf8, 3},
        Refused{"OverlongSlash", "<a>\xC0\xAF</a>", Reason::NotUtf8, 3},
        Refused{"OverlongThreeBytes", "<a>\xE0\x80\xAF</a>", Reason::NotUtf8, 3},
        Refused{"OverlongFourBytes", "<a>\xF0\x80\x80\xAF</a>", Reason::NotUtf8, 3},
        Refused{"EncodedSurrogate", "<a>\xED\xA0\x80</a>", Reason::NotUtf8, 3},
        Refused{"BeyondUnicode", "<a>\xF4\x90\x80\x80</a>", Reason::NotUtf8, 3},
        Refused{"CutSequence", "<a>\xE2\x82</a>", Reason::NotUtf8, 3},
        Refused{"CutSequenceAtEnd", "<a>\xE2\x82", Reason::NotUtf8, 3},
        Refused{"InAttribute", "<a b='\xFF'/>", Reason::NotUtf8, 6},
        Refused{"InName", "<a\xFF/>", Reason::NotUtf8, 2},
        Refused{"InComment", "<a><!--\xFE--></a>", Reason::NotUtf8, 7},
        Refused{"InCdata", "<a><![CDATA[\xFE]]></a>", Reason::NotUtf8, 12},
        Refused{"NonCharacter", "<a>\xEF\xBF\xBF</a>", Reason::ForbiddenCharacter, 3},
        Refused{"Utf16", "\xFF\xFE<\0a\0/\0>\0"s, Reason::TextOutsideRoot, 0},
        Refused{"Utf16Declared", "<?xml version='1.0' encoding='UTF-16'?><a/>", Reason::Declaration, 37},
        Refused{"Latin1Declared", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", Reason::Declaration, 41},
        Refused{"Utf7Declared", "<?xml version='1.0' encoding='UTF-7'?><a/>", Reason::Declaration, 36}
    ),
    name_of_row
);

INSTANTIATE_TEST_SUITE_P(
    Syntax,
    ScanRefuses,
    ::testing::Values(
        Refused{"NoText", "", Reason::NoRoot, 0},
        Refused{"OnlySpace", " \n", Reason::NoRoot, 2},
        Refused{"OnlyComment", "<!-- x -->", Reason::NoRoot, 10},
        Refused{"NotXml", "hello", Reason::TextOutsideRoot, 0},
        Refused{"JustLessThan", "<", Reason::Syntax, 0},
        Refused{"NoName", "< a/>", Reason::Syntax, 1},
        Refused{"NameStartsWithDigit", "<1/>", Reason::Syntax, 1},
        Refused{"CutInName", "<ab", Reason::Syntax, 3},
        Refused{"CutInAttribute", "<a b='c", Reason::Syntax, 7},
        Refused{"CutInComment", "<a><!-- x", Reason::Syntax, 9},
        Refused{"CutInCdata", "<a><![CDATA[x]]", Reason::Syntax, 15},
        Refused{"CutInElement", "<a><b></b>", Reason::Syntax, 10},
        Refused{"WrongEndTag", "<a><b></a></b>", Reason::TagMismatch, 6},
        Refused{"EndTagWithoutStart", "</a>", Reason::TagMismatch, 0},
        Refused{"EndTagWithAttribute", "<a></a b='c'>", Reason::Syntax, 7},
        Refused{"AttributeWithoutValue", "<a b/>", Reason::Syntax, 4},
        Refused{"AttributeWithoutQuotes", "<a b=c/>", Reason::Syntax, 5},
        Refused{"AttributesWithoutSpace", "<a b='1'c='2'/>", Reason::Syntax, 8},
        Refused{"SlashWithoutEnd", "<a/ >", Reason::Syntax, 2},
        Refused{"CommentWithTwoDashes", "<a><!-- x -- y --></a>", Reason::Syntax, 10},
        Refused{"SectionEndInText", "<a>]]></a>", Reason::Syntax, 3},
        Refused{"DeclarationInside", "<a><?xml version='1.0'?></a>", Reason::Declaration, 3},
        Refused{"SpaceBeforeDeclaration", " <?xml version='1.0'?><a/>", Reason::Declaration, 1},
        Refused{
            "DeclarationTwice", "<?xml version='1.0'?><?xml version='1.0'?><a/>", Reason::Declaration, 21},
        Refused{"DeclarationWithoutVersion", "<?xml encoding='UTF-8'?><a/>", Reason::Declaration, 22},
        Refused{"DeclarationOfNextVersion", "<?xml version='1.1'?><a/>", Reason::Declaration, 19},
        Refused{"DeclarationCut", "<?xml version='1.0'", Reason::Declaration, 19},
        Refused{"DeclarationWithUnknownPart", "<?xml version='1.0' a='b'?><a/>", Reason::Declaration, 20},
        Refused{"TwoColons", "<a:b:c/>", Reason::Prefix, 4},
        Refused{"ColonFirst", "<:a/>", Reason::Prefix, 1},
        Refused{"ColonLast", "<a:/>", Reason::Prefix, 2}
    ),
    name_of_row
);

struct Accepted {
    const char* name;
    std::string text;
};
void PrintTo(const Accepted& row, std::ostream* out) {
    *out << row.name;
}

class ScanAccepts : public ::testing::TestWithParam<Accepted> {};

TEST_P(ScanAccepts, WhatClientsSend) {
    const auto fault = find_fault(GetParam().text);
    EXPECT_FALSE(fault.has_value()) << describe(*fault, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Texts,
    ScanAccepts,
    ::testing::Values(
        Accepted{"Minimal", "<a/>"},
        Accepted{"Declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<a/>"},
        Accepted{"DeclarationInOtherCase", "<?xml version='1.0' encoding='utf-8' standalone='no' ?><a/>"},
        Accepted{"ByteOrderMark", "\xEF\xBB\xBF<a/>"},
        Accepted{"ByteOrderMarkAndDeclaration", "\xEF\xBB\xBF<?xml version='1.0'?><a/>"},
        Accepted{"SpaceAround", "\n\t <a/> \r\n"},
        Accepted{"CommentsAround", "<!-- x --><a/><!-- - ] -->"},
        Accepted{"DeclaredPrefix", "<x:a xmlns:x='urn:x'><x:b/></x:a>"},
        Accepted{"UndeclaredPrefix", "<x:a><y:b z:c='1'/></x:a>"},
        Accepted{"DefaultNamespace", "<a xmlns='urn:x'/>"},
        Accepted{"BuiltInEntities", "<a b='&lt;&amp;&gt;'>&quot;&apos;</a>"},
        Accepted{"CharacterNumbers", "<a>&#9;&#65;&#x20AC;&#x1f600;&#1114109;</a>"},
        Accepted{"Cdata", "<a><![CDATA[<b> & ] ]> ]]></a>"},
        Accepted{"OtherQuoteInValue", "<a b='\"' c=\"'\"/>"},
        Accepted{"GreaterThanInText", "<a b='>'>1 > 0 ] ]]</a>"},
        Accepted{"SpaceInTags", "<a  b = 'c'\n d='e' ></a >"},
        Accepted{"Utf8Text", "<a b='M\xC3\xBCller'>\xE2\x82\xAC \xF0\x9F\x98\x80 \xEF\xBF\xBD</a>"},
        Accepted{"Utf8Name", "<t\xC3\xBCr/>"},
        Accepted{"DeleteCharacter", "<a>\x7f</a>"},
        Accepted{"Mixed", "<a>x<b>y</b>z<c/></a>"}
    ),
    name_of_row
);

TEST(Scan, NamesLineColumnAndByte) {
    const auto result = scan("<a>\n  <b>\n  </c>\n</a>");
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, Errc::MalformedXml);
    EXPECT_THAT(result.error().detail, ::testing::StartsWith("line 3, column 3 (byte 12): an end tag"));
}

TEST(Scan, RefusesPrefixesWhereTheyAreNotAllowed) {
    ScanLimits strict;
    strict.prefixes_allowed = false;
    const auto fault = find_fault("<x:a/>", strict);
    ASSERT_TRUE(fault.has_value());
    EXPECT_EQ(fault->reason, Reason::Prefix);
    EXPECT_FALSE(find_fault("<a xmlns='urn:x'/>", strict).has_value());
}

TEST(Scan, EveryCutOfAGoodTextIsRefusedWithoutReadingBeyondIt) {
    const std::string whole =
        "<?xml version='1.0'?><!--c--><a b='&amp;\xC3\xBC'>&#65;\xE2\x82\xAC<![CDATA[x]]><c/></a>";
    ASSERT_FALSE(find_fault(whole).has_value());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::string cut(whole, 0, size);  // a heap block of its own: ASan sees a read behind it
        EXPECT_TRUE(find_fault(cut).has_value()) << cut;
    }
}

TEST(Scan, EveryReasonHasAName) {
    for (int reason = 0; reason <= static_cast<int>(Reason::Syntax); ++reason) {
        EXPECT_NE(to_string(static_cast<Reason>(reason)), "unknown");
    }
}

}  // namespace
}  // namespace ctiengine::xml_scan
