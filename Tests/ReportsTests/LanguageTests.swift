import Casebook
import Testing
import Values

@testable import Audit
@testable import Reports

@Suite("Language") struct LanguageTests {
  @Test(
    "is that of the environment",
    arguments: [
      (["LANG": "nb_NO.UTF-8"], Language.nb), (["LANG": "nn_NO"], .nb), (["LANG": "no"], .nb),
      (["LANG": "en_GB.UTF-8"], .en), (["LANG": "C"], .en), ([:], .en), (["LANG": "nomad"], .en),
      (["LC_ALL": "nb_NO", "LANG": "en_US"], .nb), (["LC_ALL": "en_US", "LANG": "nb_NO"], .en),
      (["LC_ALL": "", "LC_MESSAGES": "nb", "LANG": "en_US"], .nb),
    ])
  func environment(variables: [String: String], expected: Language) {
    #expect(Language(environment: variables) == expected)
  }

  @Test(
    "writes kroner as its readers do",
    arguments: [
      (199_000, 1, "1\u{A0}990,00\u{A0}kr", "NOK\u{A0}1,990.00"),
      (0, 1, "0,00\u{A0}kr", "NOK\u{A0}0.00"),
      (5, 1, "0,05\u{A0}kr", "NOK\u{A0}0.05"),
      (-123_456_789, 1, "-1\u{A0}234\u{A0}567,89\u{A0}kr", "NOK\u{A0}-1,234,567.89"),
      (46_875, 2, "234,375\u{A0}kr", "NOK\u{A0}234.375"),
      (100, 3, "ca.\u{A0}0,33\u{A0}kr", "about\u{A0}NOK\u{A0}0.33"),
    ] as [(Int64, Int64, String, String)])
  func money(ore: Int64, over: Int64, nb: String, en: String) throws {
    let amount = Shown.money(try Ratio(ore, over))
    #expect(amount.text(in: .nb) == nb)
    #expect(amount.text(in: .en) == en)
  }

  @Test("begins a sentence with a capital where an amount between two ends begins it")
  func sentenceStart() throws {
    let amount = Sentence.Piece.value(
      .unknown(lowest: .money(Ratio(100)), highest: .money(Ratio(200))))
    let sentence = Sentence(
      nb: [amount, .text(" for mye. "), amount, .text(" av "), amount],
      en: [amount, .text(" too much. "), amount, .text(" of "), amount])
    let (one, two) = ("1,00\u{A0}kr", "2,00\u{A0}kr")
    #expect(
      sentence.text(in: .nb)
        == "Mellom \(one) og \(two) for mye. Mellom \(one) og \(two) av mellom \(one) og \(two)")
    #expect(sentence.text(in: .en).hasPrefix("Between NOK\u{A0}1.00 and NOK\u{A0}2.00 too much. B"))
  }

  @Test(
    "writes every kind of value",
    arguments: [
      (.day(Sample.day("2026-01-19")), "19. januar 2026", "19 January 2026", "2026-01-19"),
      (.duration(1, .days), "1 dag", "1 day", "1 day"),
      (.duration(13, .days), "13 dager", "13 days", "13 days"),
      (.duration(-1, .months), "-1 måned", "-1 month", "-1 month"),
      (.duration(2, .years), "2 år", "2 years", "2 years"),
      (.duration(3, .bankingDays), "3 virkedager", "3 banking days", "3 banking-days"),
      (.flag(true), "ja", "yes", "true"), (.flag(false), "nei", "no", "false"),
      (.never, "aldri", "never", "never"), (.longAgo, "siden alltid", "always before", "long-ago"),
      (.none, "ingen", "none", "none"), (.clock(33_300), "09:15", "09:15", "09:15"),
      (.clock(33_301), "09:15:01", "09:15:01", "09:15:01"), (.text("F 1"), "F 1", "F 1", "\"F 1\""),
      (.word("post", Label(nb: "brev", en: "mail")), "brev", "mail", "post"),
      (.list([]), "ingen", "none", "[]"), (.list([.flag(true)]), "ja", "yes", "[true]"),
      (
        .list([.flag(true), .flag(false), .none]), "ja, nei og ingen", "yes, no and none",
        "[true, false, none]"
      ),
      (.number(Ratio(12_345)), "12\u{A0}345", "12,345", "12345"),
      (.unknown(lowest: nil, highest: nil), "ukjent", "unknown", "unknown"),
      (
        .unknown(lowest: .day(Sample.day("2026-01-05")), highest: nil),
        "ukjent dag (tidligst 5. januar 2026)", "an unknown day (5 January 2026 or later)",
        "unknown (2026-01-05 to …)"
      ),
      (
        .unknown(lowest: .number(.zero), highest: .number(.one)), "mellom 0 og 1",
        "between 0 and 1", "unknown (0 to 1)"
      ),
    ] as [(Shown, String, String, String)])
  func shown(value: Shown, nb: String, en: String, plain: String) {
    #expect(value.text(in: .nb) == nb)
    #expect(value.text(in: .en) == en)
    #expect(value.asWritten == plain)
  }

  @Test("writes fractions with the decimal mark of the language, and as fractions without one")
  func fractions() throws {
    #expect(Shown.number(try Ratio(1, 20)).text(in: .nb) == "0,05")
    #expect(Shown.number(try Ratio(1, 20)).text(in: .en) == "0.05")
    #expect(Shown.number(try Ratio(1, 3)).text(in: .nb) == "1/3")
  }

  @Test(
    "cites a sentence of the law as Norwegian lawyers do",
    arguments: [
      ("§ 9(2) s. 1", "§ 9(2) 1. pkt."), ("§ 17(4) s. 2, § 9", "§ 17(4) 2. pkt., § 9"),
      ("§ 10 s. 1–2", "§ 10 1.–2. pkt."), ("§ 9(1) b, § 10(1)", "§ 9(1) b, § 10(1)"),
      ("FT s. side", "FT s. side"),
    ])
  func citation(text: String, nb: String) {
    #expect(Language.nb.citation(text) == nb)
    #expect(Language.en.citation(text) == text)
  }

  @Test("fills a sentence in with its values") func sentence() {
    #expect(
      Sample.shortNotice.message.text(in: .en)
        == "The inkassovarsel of 15 December 2025 gave 13 days to pay; the law requires at least "
        + "14 days.")
  }
}

@Suite("What is missing") struct MissingTests {
  @Test(
    "is named so that a reader knows what to do",
    arguments: [
      ("/events/1/states", "/events/1/states", "/events/1/states"),
      (
        "/events: invoice or payment-demand", "en hendelse: invoice eller payment-demand",
        "an event: invoice or payment-demand"
      ),
      (
        "choice:cap-fees", "tolkningen cap-fees er ikke valgt (--choose cap-fees=…)",
        "the reading cap-fees is not chosen (--choose cap-fees=…)"
      ),
      (
        "ruling:inkl-9-due", "en avgjørelse om inkl-9-due i rulings",
        "a ruling on inkl-9-due in rulings"
      ),
      (
        "table:fee-fractions", "tabellen fee-fractions rekker ikke så langt",
        "the table fee-fractions does not reach that far"
      ),
      (
        "complete:letters", "om saken har alt av letters (complete.letters)",
        "whether the file has all letters (complete.letters)"
      ), ("other:thing", "other:thing", "other:thing"),
    ])
  func missing(name: String, nb: String, en: String) {
    #expect(OpenTexts.missing(name) == Label(nb: nb, en: en))
  }
}
