import Testing

/// A faulty text and what is said of it.
struct FaultExample: Sendable, CustomTestStringConvertible {
  let about: String
  let text: String
  let told: String
  var testDescription: String { about }
}

/// Faults of keys and values.
enum FaultExamples {
  typealias Example = FaultExample

  /// A purring on line 4 of an otherwise sound case.
  static func purring(_ about: String, _ keys: String, _ told: String) -> Example {
    Example(about: about, text: caseText("{\"type\":\"purring\",\(keys)}"), told: told)
  }

  static func event(_ about: String, _ text: String, _ told: String) -> Example {
    Example(about: about, text: caseText(text), told: told)
  }

  static func claim(_ about: String, _ keys: String, _ told: String) -> Example {
    Example(about: about, text: caseText(claims: "{\"id\":\"F-1\",\(keys)}"), told: told)
  }

  static let keys: [Example] = [
    purring(
      "an unknown key names the nearest", #""deadine":"2026-01-12""#,
      #"4:19: /events/0: found "deadine", expected a key of purring, "#
        + #"hint: did you mean "deadline"?"#),
    purring(
      "a key of other types says whose it is", #""instalments":[]"#,
      #"4:19: /events/0: found "instalments", expected a key of purring, "#
        + #"hint: it is a key of plan"#),
    purring(
      "a key like no other may become an extension", #""zzzzz":1"#,
      #"4:19: /events/0: found "zzzzz", expected a key of purring, "#
        + #"hint: remove it, or begin its name with x-"#),
    purring(
      "a key twice", #""deadline":"2026-01-12","deadline":"2026-01-13""#,
      #"4:43: /events/0: found "deadline" again, expected each key once, "#
        + #"hint: first at line 4 column 19"#),
    purring(
      "an extension twice", #""x-a":1,"x-a":2"#,
      #"4:27: /events/0: found "x-a" again, expected each key once, "#
        + #"hint: first at line 4 column 19"#),
    Example(
      about: "an event without a type", text: caseText(#"{"id":"e"}"#),
      told: #"4:1: /events/0: found no "type", expected an event type, hint: add it"#),
    Example(
      about: "a claim without an id", text: caseText(claims: #"{"principal":1}"#),
      told: #"2:11: /claims/0: found no "id", expected an id, hint: add it"#),
    Example(
      about: "a case without events", text: #"{"format":"skikk-case/1","id":"A","claims":[]}"#,
      told: #"1:1: /: found no "events", expected a list, hint: add it"#),
    Example(
      about: "a payment without an amount", text: caseText(#"{"type":"payment"}"#),
      told: #"4:1: /events/0: found no "amount", expected kroner with at most two decimals, "#
        + "hint: add it"),
  ]

  static let values: [Example] = [
    purring(
      "null", #""deadline":null"#,
      #"4:30: /events/0/deadline: found null, expected a day, "#
        + #"hint: leave the key out if unknown, write "none" if there is none"#),
    purring(
      "null for a list", #""states":null"#,
      "4:28: /events/0/states: found null, expected a list, "
        + "hint: leave the key out if unknown, write [] if there are none"),
    purring(
      "null where none cannot be said", #""date":null"#,
      "4:26: /events/0/date: found null, expected a day, hint: leave the key out if unknown"),
    purring(
      "null in a list", #""states":["amount",null]"#,
      "4:38: /events/0/states/1: found null, expected a state, hint: leave it out of the list"),
    Example(
      about: "null for a required key", text: caseText(#"{"type":"payment","amount":null}"#),
      told: "4:28: /events/0/amount: found null, expected kroner with at most two decimals, "
        + "hint: this key is required"),
    purring(
      "a number for a day", #""date":20260112"#,
      "4:26: /events/0/date: found 20260112, expected a day, hint: write it as \"2026-01-31\""),
    purring(
      "a number for an id", #""sharedId":551"#,
      #"4:30: /events/0/sharedId: found 551, expected an id, hint: write it in quotes: "551""#),
    purring(
      "text for a list", #""states":"amount""#,
      #"4:28: /events/0/states: found "amount", expected a list, hint: put it in brackets: [ … ]"#),
    purring(
      "text for yes or no", #""shortForm":"true""#,
      #"4:31: /events/0/shortForm: found "true", expected true or false, "#
        + "hint: write true or false, without quotes"),
    purring(
      "a list for an object", #""demands":[]"#,
      "4:29: /events/0/demands: found a list, expected an object with the keys of lines, "
        + "hint: put it in braces: { … }"),
    purring(
      "a day that does not exist", #""deadline":"2026-02-30""#,
      #"4:30: /events/0/deadline: found "2026-02-30", expected a day, "#
        + "hint: February 2026 has 28 days"),
    purring(
      "a time that does not exist", #""at":"2026-01-12T24:30""#,
      #"4:24: /events/0/at: found "2026-01-12T24:30", expected a time, "#
        + "hint: hours run from 00 to 23"),
    purring(
      "a day written otherwise", #""date":"12.01.2026""#,
      #"4:26: /events/0/date: found "12.01.2026", expected a day, "#
        + "hint: a day is written YYYY-MM-DD"),
    purring(
      "none where it cannot be said", #""date":"none""#,
      #"4:26: /events/0/date: found "none", expected a day, "#
        + #"hint: this key does not take "none"; leave it out if unknown"#),
    Example(
      about: "an event type that is nearly one", text: caseText(#"{"type":"puring"}"#),
      told: #"4:9: /events/0/type: found "puring", expected an event type, "#
        + #"hint: did you mean "purring"?"#),
    purring(
      "a value that is not on its list", #""channel":"pigeon""#,
      #"4:29: /events/0/channel: found "pigeon", expected a channel, "#
        + "hint: write one of post, email, sms, efaktura, digital-mailbox, portal, in-person, phone"
    ),
    Example(
      about: "another format",
      text: #"{"format":"skikk-case/2","id":"A","parties":{},"claims":[],"events":[]}"#,
      told: #"1:11: /format: found "skikk-case/2", expected "skikk-case/1", "#
        + "hint: this program reads no other format"),
    purring(
      "an id of 81 characters", "\"sharedId\":\"\(String(repeating: "å", count: 81))\"",
      "4:30: /events/0/sharedId: found \"\(String(repeating: "å", count: 39))…\", "
        + "expected an id of 1 to 80 characters, hint: use a shorter one"),
    purring(
      "an id with a control character", #""sharedId":"a\u0007""#,
      #"4:30: /events/0/sharedId: found "a\u0007", expected an id without control characters, "#
        + "hint: leave them out"),
    Example(
      about: "no claim at all",
      text: #"{"format":"skikk-case/1","id":"A","claims":[],"events":[]}"#,
      told: "1:44: /claims: found [], expected one claim or more, "
        + "hint: a case is about at least one claim"),
  ]

  static func amount(_ about: String, _ text: String, _ hint: String) -> Example {
    claim(
      about, "\"principal\":\(text)",
      "2:35: /claims/0/principal: found \(text), expected kroner with at most two decimals, "
        + "hint: \(hint)")
  }

  static let numbers: [Example] = [
    amount("a third decimal", "12.345", #"write "12.35" if that was charged"#),
    amount("a third decimal as text", #""12.344""#, #"write "12.34" if that was charged"#),
    amount("an amount below a krone", "0.005", #"write "0.01" if that was charged"#),
    amount("not a number", "NaN", "write it as 1990 or 12.30"),
    amount("an exponent", "1e3", "write it without an exponent"),
    amount("an exponent as text", #""1E3""#, "write it without an exponent"),
    amount("a sign", "-5", "nothing is negative; a reduction is an event of its own"),
    amount("zeros in front", "012", "remove the zeros in front"),
    amount("a decimal comma", #""12,30""#, "write it as 1990 or 12.30"),
    amount("a bare point", "12.", "write a digit on both sides of the point"),
    amount("a huge amount", "99999999999999999999", "the number is too large"),
    amount("yes for an amount", "true", "write it as 1990 or 12.30"),
    claim(
      "a rate as text", #""runningRate":"12""#,
      #"2:37: /claims/0/runningRate: found "12", expected per cent a year with at most four "#
        + "decimals, hint: write it as 12.25, without quotes"),
    claim(
      "a fifth decimal of a rate", #""runningRate":12.34567"#,
      "2:37: /claims/0/runningRate: found 12.34567, expected per cent a year with at most four "
        + "decimals, hint: write 12.3457 if that is meant"),
    purring(
      "half a day", #""deadlineDays":14.5"#,
      "4:34: /events/0/deadlineDays: found 14.5, expected a whole number from 0 to 3650, "
        + "hint: write it without decimals"),
    purring(
      "days beyond all sense", #""deadlineDays":1000000000000000000"#,
      "4:34: /events/0/deadlineDays: found 1000000000000000000, expected a whole number from 0 to "
        + "3650, hint: the number is too large"),
    purring(
      "one day more than a deadline may have", #""deadlineDays":3651"#,
      "4:34: /events/0/deadlineDays: found 3651, expected a whole number from 0 to 3650, "
        + "hint: the number is too large"),
    event(
      "a plan without instalments", #"{"type":"plan","count":0}"#,
      "4:24: /events/0/count: found 0, expected a whole number from 1 to 1000, "
        + "hint: the number is too small"),
    event(
      "an hour that was left out", #"{"type":"call","at":"2026-03-29T02:30"}"#,
      #"4:21: /events/0/at: found "2026-03-29T02:30", expected a time, hint: clocks were moved "#
        + "forward past it; write 2026-03-29T03:30, or an offset after the time"),
    Example(
      about: "a share above one", text: caseText(more: #""creditor":{"objectionRate":5},"#),
      told: "1:65: /creditor/objectionRate: found 5, expected a share from 0 to 1 with at most six "
        + "decimals, hint: write a share, such as 0.05 for 5 %"),
  ]
}
