import Casebook
import Values

extension Parser {
  mutating func rule() throws(Diagnostic) -> RuleSyntax {
    _ = advance()
    let name = try name("the id of the rule")
    let law = try lawReference()
    let scope = try scopes()
    let dating = try self.dating()
    var limbs: [LimbSyntax] = []
    var part: LimbSyntax?
    var shared: ExpressionSyntax?
    while true {
      if limbs.isEmpty, part == nil, shared == nil, isWord("where") {
        let mark = index
        _ = advance()
        shared = try expression()
        if isWord("part") { continue }
        (shared, index) = (nil, mark)
      }
      if take(word: "part") {
        var opened = LimbSyntax()
        opened.part = try anyName("the name of the part")
        opened.scope = try scopes()
        opened.dating = try self.dating()
        part = opened
      } else if !isWord("where"), !startsTest() {
        break
      }
      limbs.append(try limb(part ?? LimbSyntax()).also(shared))
    }
    guard !limbs.isEmpty else { throw unexpected("`require`, `forbid` or `limit`", "a test") }
    return RuleSyntax(
      name: name, law: law, scope: scope, dating: dating, limbs: shareTexts(limbs))
  }

  /// A limb without messages shares the next one's, or else the last one's before it.
  private func shareTexts(_ limbs: [LimbSyntax]) -> [LimbSyntax] {
    var limbs = limbs
    for index in limbs.indices where limbs[index].texts == nil {
      limbs[index].texts =
        limbs[index...].first { $0.texts != nil }?.texts
        ?? limbs[..<index].last { $0.texts != nil }?.texts
    }
    return limbs
  }

  private func startsTest() -> Bool { isWord("require") || isWord("forbid") || isWord("limit") }

  private mutating func limb(_ opened: LimbSyntax) throws(Diagnostic) -> LimbSyntax {
    var limb = opened
    if take(word: "where") { limb.condition = try expression() }
    while startsTest() { limb.tests.append(try test()) }
    guard !limb.tests.isEmpty else {
      throw unexpected("`require`, `forbid` or `limit`", "a limb has at least one test")
    }
    if take(word: "measure") {
      limb.measure = try measure()
    } else if let verdict = limbVerdict() {
      try effects(of: verdict, into: &limb)
    }
    if isWord("nb") { limb.texts = try texts() }
    return limb
  }

  static let verdicts = ["breach", "practice", "advice", "measure"]

  /// The verdict below the tests; another word there is meant as one.
  private mutating func limbVerdict() -> Name? {
    guard case .name(let word) = current.kind, !Self.reserved.contains(word),
      !["choice", "consequence"].contains(word)
    else { return nil }
    let name = Name(text: word, span: advance().span)
    if Self.verdicts.contains(word) { return name }
    let near = nearestName(to: word, among: Self.verdicts)
    faults.append(
      Diagnostic(
        "`\(word)` is no verdict", at: name.span,
        label: near.map { "did you mean `\($0)`?" } ?? "",
        help: "verdicts are \(Self.verdicts.joined(separator: ", "))"))
    return Name(text: near.flatMap { $0 == "measure" ? nil : $0 } ?? "advice", span: name.span)
  }

  private mutating func effects(of verdict: Name, into limb: inout LimbSyntax) throws(Diagnostic) {
    limb.verdict = verdict
    if take(words: "when", "confirmed") {
      limb.review = .confirmation
    } else if take(words: "when", "raised") {
      limb.review = .raising
    }
    while take(sign: ",") {
      let atRisk = take(word: "at-risk")
      let name = try anyName("an effect")
      var target: [Name] = []
      if case .name(let text) = current.kind, !Self.reserved.contains(text), text != "en",
        text != "breach", text != "practice", text != "advice"
      {
        target = try path()
      }
      let condition = take(word: "where") ? try expression() : nil
      limb.effects.append(
        EffectSyntax(atRisk: atRisk, name: name, target: target, condition: condition))
    }
  }

  private mutating func scopes() throws(Diagnostic) -> [ScopeSyntax] {
    var scopes: [ScopeSyntax] = []
    while isWord("for") {
      _ = advance()
      let way: ScopeSyntax.Way
      if take(words: "each", "group", "of") {
        scopes.append(try group(isOne: false))
        continue
      } else if take(words: "the", "group", "of") {
        scopes.append(try group(isOne: true))
        continue
      } else if take(word: "each") {
        way = .each
      } else {
        try expect(word: "the", "`for each`, `for the first` or `for the last`")
        way = take(word: "first") ? .first : .last
        if way == .last { try expect(word: "last", "`for the first` or `for the last`") }
      }
      if isWord("row"), isWord("of", ahead: 1) {
        scopes.append(try rows())
      } else {
        scopes.append(ScopeSyntax(way: way, list: try list(), rowsOn: nil))
      }
    }
    return scopes
  }

  /// `for each group of L by KEY, KEY`, `… by lot of NOUN`, or `for the group of L`.
  private mutating func group(isOne: Bool) throws(Diagnostic) -> ScopeSyntax {
    var scope = ScopeSyntax(way: .group, list: try list(), rowsOn: nil)
    guard !isOne else { return scope }
    try expect(word: "by", "what the members of a group share")
    repeat { scope.keys.append(try path()) } while take(sign: ",")
    if scope.isByLot, take(word: "of") { scope.lotOf = try name("the charges that are shared") }
    return scope
  }

  private mutating func rows() throws(Diagnostic) -> ScopeSyntax {
    let start = advance().span
    _ = advance()
    let table = try name("the table whose rows are gone through")
    let day = take(word: "on") ? try argument() : nil
    let condition = take(word: "where") ? try expression() : nil
    let list = ListSyntax(
      noun: table, belonging: nil, called: nil, bound: nil, condition: condition, span: start)
    return ScopeSyntax(
      way: .each, list: list,
      rowsOn: day ?? ExpressionSyntax(form: .never, span: start))
  }

  private mutating func dating() throws(Diagnostic) -> DatingSyntax {
    var dating = DatingSyntax()
    while true {
      _ = isSign(",") && (isWord("dated", ahead: 1) || isWord("in", ahead: 1)) ? advance() : current
      if take(words: "in", "force") {
        dating.begins = try sectionName()
        if dating.begins == nil {
          dating.period = try period()
        } else {
          try expect(sign: "–", "an en dash: it has no last day")
        }
      } else if take(word: "dated") {
        dating.day = try expression()
      } else {
        return dating
      }
    }
  }

  /// `act26 § 20`, if a name and a section stand next.
  mutating func sectionName() throws(Diagnostic) -> SectionName? {
    guard case .name = current.kind, case .section(let section) = peek().kind else { return nil }
    let act = try anyName("a table of commencement")
    return SectionName(act: act.text, section: section, span: act.span.through(advance().span))
  }

  private mutating func period() throws(Diagnostic) -> Period {
    guard case .day(let from) = current.kind else { throw unexpected("a day", "in force from") }
    _ = advance()
    try expect(sign: "–", "an en dash between the first and the last day")
    var last: CivilDay?
    let end = span
    if case .day(let day) = current.kind {
      last = day
      _ = advance()
    }
    guard let period = Period(from: from, through: last) else {
      throw Diagnostic("the period ends before it begins", at: end, label: "begins \(from)")
    }
    return period
  }

  private mutating func test() throws(Diagnostic) -> TestSyntax {
    let start = advance()
    let form: TestSyntax.Form
    switch start.kind {
    case .name("require"): form = .require(try expression())
    case .name("forbid"): form = .forbid(try expression())
    default: form = try limit()
    }
    return TestSyntax(form: form, span: start.span.through(tokens[max(index - 1, 0)].span))
  }

  private mutating func limit() throws(Diagnostic) -> TestSyntax.Form {
    let limited: TestSyntax.LimitedSyntax
    if case .name = current.kind, isWord("to", ahead: 1) {
      limited = .bound(try name("what is limited"))
    } else {
      limited = .list(try list())
    }
    try expect(word: "to", "the largest lawful amount follows")
    let amount = try sum()
    let shared = take(words: "shared", "by") ? try name("the share of each claim") : nil
    let tolerance = take(word: "tolerating") ? try sum() : nil
    return .limit(
      limited, to: amount, sharedBy: shared, tolerating: tolerance,
      take(word: "where") ? try expression() : nil)
  }
}

extension LimbSyntax {
  /// The same limb under a condition that all parts of its rule share.
  fileprivate func also(_ shared: ExpressionSyntax?) -> LimbSyntax {
    guard let shared else { return self }
    var limb = self
    limb.condition = condition.map {
      ExpressionSyntax(form: .all([shared, $0]), span: $0.span)
    }
    limb.condition = limb.condition ?? shared
    return limb
  }
}
