public import Audit
import Casebook
import Values

/// The accounts for people: for each creditor and debtor a heading, the claims, the charges line by
/// line, the payments and the bottom line.
public struct AccountText: AccountReport {
  let context: RunContext
  let language: Language
  private let style: Style
  private var hasStatements = false

  private static let column = 18
  private static let totals = 38

  /// A report in one language.
  public init(context: RunContext, language: Language, style: Style) {
    self.context = context
    self.language = language
    self.style = style
  }

  /// Nothing: each account has a heading of its own.
  public mutating func begin() -> String { "" }

  /// One account.
  public mutating func add(_ statement: AccountStatement) -> String {
    var page = Page(style: style)
    if hasStatements { page.paragraph("") }
    hasStatements = true
    heading(statement, on: &page)
    for claim in statement.claims { self.claim(claim, in: statement, on: &page) }
    charges(statement, on: &page)
    limits(statement, on: &page)
    groups(statement, on: &page)
    overcharges(statement, on: &page)
    entries(statement, on: &page)
    totals(statement, on: &page)
    grounds(statement, on: &page)
    let after = statement.reports.reduce(0) { $0 + $1.eventsAfter }
    if after > 0 {
      page.blank()
      let text = CountTexts.eventsAfter(after, language.day(statement.day))
      page.paragraph(text[language], .faint)
    }
    return page.text
  }

  /// Nothing: what could not be read has been told where it happened.
  public mutating func end(_ receipt: Receipt) -> String { "" }

  private func heading(_ statement: AccountStatement, on page: inout Page) {
    page.paragraph(AccountTexts.title(language.day(statement.day))[language], .heading)
    for party in statement.parties {
      let role = LetterTexts.roles[party.role]?[language] ?? party.role
      page.entry(role, party.name, indent: 2, column: Self.column)
    }
    let name = statement.cases.count == 1 ? AccountTexts.oneCase : AccountTexts.cases
    let cases = statement.reports.map { "\($0.id) (\($0.source))" }.joined(separator: ", ")
    page.entry(name[language], cases, indent: 2, column: Self.column)
    let rules = LetterTexts.ruleSet(
      context.ruleSetVersion, reviewed: language.day(context.reviewedThrough))
    page.entry(LetterTexts.ruleSet[language], rules[language], indent: 2, column: Self.column)
    language.assumptions(of: context, column: Self.column, on: &page)
    page.blank()
    page.paragraph(verdict(statement), statement.balance.sums.excess > .zero ? .breach : .heading)
    if let end = statement.toldUntil, end < statement.day {
      page.paragraph(AccountTexts.toldUntil(language.day(end))[language], .faint)
    }
    if !statement.hasLines { page.paragraph(AccountTexts.noLines[language]) }
  }

  /// The bottom line in a few sentences.
  private func verdict(_ statement: AccountStatement) -> String {
    let balance = statement.balance
    var sentences: [Label] = []
    if balance.sums.excess > .zero {
      sentences.append(LetterTexts.tooMuch(language.money(balance.sums.excess)))
    }
    if balance.sums.atRisk > .zero {
      let amount = language.money(balance.sums.atRisk)
      sentences.append(
        sentences.isEmpty
          ? AccountTexts.mayBeTooMuch(amount) : LetterTexts.mayBeTooMuch(amount))
    }
    if let due = balance.refundDue.lowest, due > .zero {
      sentences.append(AccountTexts.refund(language.money(due)))
    }
    if balance.refundDue.spread > .zero {
      sentences.append(
        AccountTexts.maybeRefund(
          language.money(balance.refundDue.spread),
          isMore: balance.refundDue.lowest.map { $0 > .zero } ?? false))
    }
    if balance.owed.mayBeMoreThanNothing {
      sentences.append(AccountTexts.owe(language.amount(balance.owed)))
      if statement.notYetDue.mayBeMoreThanNothing {
        sentences.append(AccountTexts.notYetDue(language.amount(statement.notYetDue)))
      }
    } else if !balance.refundDue.mayBeMoreThanNothing {
      sentences.append(AccountTexts.settled)
    }
    return sentences.map { $0[language] }.joined(separator: " ")
  }

  private func totals(_ statement: AccountStatement, on page: inout Page) {
    let balance = statement.balance
    title(AccountTexts.total, on: &page)
    func entry(_ name: Label, _ value: String, _ role: Style.Role = .ordinary) {
      page.entry(name[language], value, indent: 2, column: Self.totals, role)
    }
    entry(AccountTexts.demanded, language.amount(balance.sums.demanded))
    if statement.hasLines, statement.unstated.mayBeMoreThanNothing {
      entry(AccountTexts.unstated, language.amount(statement.unstated), .faint)
    }
    entry(AccountTexts.lawful, language.amount(balance.sums.lawful))
    if statement.unlimited > .zero {
      entry(AccountTexts.unlimited, language.money(statement.unlimited), .faint)
    }
    entry(AccountTexts.tooMuch, language.money(balance.sums.excess))
    if balance.sums.atRisk > .zero {
      let most = FindingTexts.upTo(language.money(balance.sums.atRisk))
      entry(AccountTexts.atRisk, most[language])
    }
    entry(AccountTexts.paid, language.amount(balance.paid))
    if balance.refunded > .zero { entry(AccountTexts.refunded, language.money(balance.refunded)) }
    if balance.setOff.mayBeMoreThanNothing {
      entry(AccountTexts.setOff, language.amount(balance.setOff))
    }
    if balance.waived.mayBeMoreThanNothing {
      entry(AccountTexts.waived, language.amount(balance.waived))
    }
    if balance.refundDue.mayBeMoreThanNothing {
      entry(AccountTexts.refundDue, language.amount(balance.refundDue), .heading)
    }
    if balance.owed.mayBeMoreThanNothing || !balance.refundDue.mayBeMoreThanNothing {
      entry(AccountTexts.owed, language.amount(balance.owed), .heading)
      if statement.notYetDue.mayBeMoreThanNothing, balance.owed.mayBeMoreThanNothing {
        entry(AccountTexts.notYetDue, language.amount(statement.notYetDue), .faint)
      }
    }
  }

  func title(_ title: Label, on page: inout Page) {
    page.blank()
    page.paragraph(title[language], .heading)
  }
}

extension AccountStatement.Amount {
  /// Whether it can be above nothing.
  fileprivate var mayBeMoreThanNothing: Bool { highest.map { $0 > .zero } ?? true }
}
